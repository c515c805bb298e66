// /engagements: every audit this person may see, and a new one.
import { get } from './api.js';
import { $, button, el, fill } from './dom.js';
import { engagementForm } from './engagement-form.js';
import { session } from './session.js';
import { all, listInto } from './table.js';
import { tell } from './toast.js';
import { day, stateMark } from './words.js';

async function showList() {
  const clients = new Map((await all('/api/clients')).map(c => [c.id, c.name]));
  await listInto($('#tm-list'), '/api/engagements', {
    caption: 'Audits',
    columns: [
      ['Audit', e => el('a', { href: `/engagements/${e.id}` }, e.title)],
      ['Client', e => clients.get(e.client) ?? ''],
      ['Phase', e => stateMark(e.phase)],
      ['Report needed by', e => day(e.neededBy)],
      ['Begun', e => day(e.createdAt)],
    ],
    none: 'There is no audit here yet.',
  });
}
showList().catch(error => fill($('#tm-list'), error.message));

async function offerNew() {
  await session();
  const me = await get('/api/me');
  if (!(me.roles ?? []).some(r => ['audit-manager', 'audit-partner'].includes(r))) return;
  const place = $('#tm-form');
  fill($('#tm-new'), button('New audit', async () => {
    place.hidden = !place.hidden;
    if (!place.hidden && !place.firstChild) fill(place, await engagementForm());
  }, 'tm-main'));
}
offerNew().catch(tell);
