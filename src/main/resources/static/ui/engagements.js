// /engagements: the server draws the list; this narrows it at once and offers a new audit.
import { get } from './api.js';
import { $, button, fill } from './dom.js';
import { engagementForm } from './engagement-form.js';
import { session } from './session.js';
import { tell } from './toast.js';

$('#tm-narrow')?.addEventListener('change', e => e.target.tagName === 'SELECT' && e.currentTarget.submit());

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
