import { $ } from './dom.js';

let current = null;
let renewal = null;

/** Who is signed in, and the token that each change must carry; asked once per page and again after a sign-in. */
export function session() {
  return (current ??= ask().then(found => found ?? signInAgain()));
}

async function ask() {
  const answer = await fetch('/api/session', { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok || answer.redirected) return null;
  const found = await answer.json();
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = found.token;
  return found;
}

/** Takes over the token of a session that changed under us; asks to sign in when there is none. */
export async function renew() {
  const before = current && await current;
  const found = await ask() ?? await signInAgain();
  if (before && before.user !== found.user) await leave();
  current = Promise.resolve(found);
  return found;
}

/** Keeps the page and everything typed into it while the person signs in again in another tab. */
function signInAgain() {
  return (renewal ??= new Promise(resolve => {
    const dialog = $('#tm-session');
    const stillOut = $('.tm-wrong', dialog);
    const check = async told => {
      const found = await ask().catch(() => null);
      if (!found) { stillOut.hidden = !told; return; }
      window.removeEventListener('focus', onFocus);
      renewal = null;
      dialog.close();
      resolve(found);
    };
    const onFocus = () => check(false);
    window.addEventListener('focus', onFocus);
    $('button', dialog).onclick = () => check(true);
    dialog.oncancel = event => event.preventDefault();
    stillOut.hidden = true;
    dialog.showModal();
  }));
}

// somebody else's session: nothing on this page is theirs to see
function leave() {
  location.reload();
  return new Promise(() => {});
}
