// /me: who is signed in, tokens for scripts, and in a demo the clock.
import { del, get, post } from './api.js';
import { $, button, el, fill } from './dom.js';
import { documentStore } from './document-store.js';
import { field, formOf } from './fields.js';
import { session } from './session.js';
import { all } from './table.js';
import { tell } from './toast.js';
import { day, moment, words } from './words.js';

const profile = $('#tm-profile');

async function show() {
  await session();
  const me = await get('/api/me');
  fill(profile, el('dl', { class: 'tm-facts' },
    el('dt', {}, 'Name'), el('dd', {}, `${me.name} (${me.username})`),
    el('dt', {}, 'Organisation'), el('dd', {}, me.organisation),
    el('dt', {}, 'Roles'), el('dd', {}, me.roles.map(words).join(', ') || '–')));
  await tokens();
  if (me.roles.includes('admin')) {
    await documentStore().catch(tell);
    await demoClock();
  }
}

async function tokens() {
  const list = el('ul', { class: 'tm-plain' }, (await all('/api/tokens')).map(row));
  fill($('#tm-tokens'),
    el('p', { class: 'tm-quiet' }, 'A script signs in with “Authorization: Bearer” and a token. It may do what you may do.'),
    list,
    formOf(field('name', 'What it is for', { required: true, maxLength: 100 }), 'Create a token', async form => {
      const made = await post('/api/tokens', { name: form.elements.name.value });
      form.reset();
      list.append(row({ ...made, created: null }));
    }));
}

function row({ id, name, created, token }) {
  const node = el('li', { class: token ? 'tm-note tm-good' : '' },
    el('div', { class: 'tm-row' }, el('strong', {}, name), created && el('span', { class: 'tm-quiet' }, `since ${day(created)}`),
      button('Revoke', async () => {
        try {
          await del(`/api/tokens/${id}`);
          node.remove();
        } catch (error) { tell(error); }
      }, 'tm-little')),
    token && el('p', {}, 'Shown only now, so keep it: ', el('code', {}, token)));
  return node;
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
