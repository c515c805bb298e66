// /me: who is signed in, tokens for scripts, and in a demo the clock.
import { del, get, post } from './api.js';
import { $, button, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { session } from './session.js';
import { tell, toast } from './toast.js';
import { moment, words } from './words.js';

const profile = $('#tm-profile');

async function show() {
  await session();
  const me = await get('/api/me');
  fill(profile, el('dl', { class: 'tm-facts' },
    el('dt', {}, 'Name'), el('dd', {}, me.name),
    el('dt', {}, 'Organisation'), el('dd', {}, me.organisation?.name ?? me.organisation ?? '–'),
    el('dt', {}, 'Roles'), el('dd', {}, (me.roles ?? []).map(r => words(r)).join(', ') || '–')));
  tokens();
  if ((me.roles ?? []).includes('admin')) await demoClock();
}

function tokens() {
  const made = el('ul', { class: 'tm-plain' });
  fill($('#tm-tokens'),
    el('p', { class: 'tm-quiet' }, 'A script signs in with “Authorization: Bearer” and a token. It may do what you may do.'),
    formOf(field('name', 'What it is for', { required: true, maxLength: 100 }), 'Create a token', async form => {
      const name = form.elements.name.value;
      const { id, token } = await post('/api/tokens', { name });
      form.reset();
      const row = el('li', { class: 'tm-note' },
        el('p', {}, el('strong', {}, name), ' — shown only now, so keep it:'), el('p', {}, el('code', {}, token)),
        button('Revoke', async () => {
          try {
            await del(`/api/tokens/${id}`);
            row.remove();
            toast('The token is revoked.');
          } catch (error) { tell(error); }
        }, 'tm-little'));
      made.prepend(row);
    }), made);
}

/** Only a demo has this clock; anywhere else the call answers 404 and the section stays away. */
async function demoClock() {
  const { now } = await get('/api/demo/clock');
  const section = $('#tm-clock');
  const status = el('p', { role: 'status' }, 'It is ', el('strong', {}, moment(now)), ' in this demo.');
  const move = (label, period) => button(label, async () => {
    try {
      const moved = await post('/api/demo/clock', { advance: period });
      fill(status, 'It is now ', el('strong', {}, moment(moved?.now ?? (await get('/api/demo/clock')).now)), ' in this demo.');
    } catch (error) { tell(error); }
  });
  section.hidden = false;
  fill($('div', section), status, el('div', { class: 'tm-row' },
    move('One day on', 'P1D'), move('One week on', 'P7D'), move('30 days on', 'P30D'), move('90 days on', 'P90D')));
}

show().catch(error => error.status === 404 || tell(error));
