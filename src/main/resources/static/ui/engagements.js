// /engagements: every audit this person may see, and a new one.
import { get } from './api.js';
import { $, button, el, fill } from './dom.js';
import { clientName, titleOf } from './engagement-names.js';
import { engagementForm } from './engagement-form.js';
import { session } from './session.js';
import { listInto } from './table.js';
import { tell } from './toast.js';
import { day, reportName, stateMark } from './words.js';

const period = r => r.asOf ? `as of ${day(r.asOf)}` : r.periodStart ? `${day(r.periodStart)} – ${day(r.periodEnd)}` : '';

const columns = [
  ['Audit', e => el('a', { href: `/engagements/${e.id}` }, titleOf(e))],
  ['Client', clientName],
  ['Reports', e => (e.reports ?? []).map(r => el('div', {}, reportName(r), ' ', el('span', { class: 'tm-quiet' }, period(r))))],
  ['Phase', e => stateMark(e.phase)],
  ['Open tasks', e => e.openTasks ?? ''],
  ['Health', e => e.health ? stateMark(e.health) : ''],
];

listInto($('#tm-list'), '/api/engagements', {
  caption: 'Audits', columns, none: 'There is no audit here yet.',
}).catch(error => fill($('#tm-list'), error.message));

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
