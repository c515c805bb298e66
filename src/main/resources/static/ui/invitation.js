// Somebody who has no account yet chooses a password; there is no session, only the code in the address.
import { $, busy } from './dom.js';

const form = $('#tm-invitation');
const wrong = $('[role="alert"]', form);

function say(message) {
  wrong.textContent = message;
  wrong.hidden = !message;
}

async function accept() {
  const { password, again } = form.elements;
  if (password.value !== again.value) {
    say('The two passwords differ.');
    return again.focus();
  }
  say('');
  const answer = await fetch(`/api/invitations/${encodeURIComponent(form.dataset.code)}/accept`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, application/problem+json',
    },
    body: JSON.stringify({ password: password.value }),
  }).catch(() => null);
  if (answer?.ok) return location.assign('/login?accepted');
  if (!answer) return say('No connection. Try again.');
  if (answer.status === 404) return say('This invitation was used already, or it has run out. Ask for a new one.');
  const problem = await answer.json().catch(() => ({}));
  return say(problem.errors?.map(e => e.message).join(' ') || problem.detail || 'That did not work. Try again.');
}

form.addEventListener('submit', event => {
  event.preventDefault();
  busy($('button', form), accept);
});
