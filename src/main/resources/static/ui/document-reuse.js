import { get, post } from './api.js';
import { button, el, fill } from './dom.js';
import { tell } from './toast.js';
import { day } from './words.js';

const waiting = new Set(['open', 'in_progress', 'returned']);

/** What another audit has accepted and whose days fit; who may give it is the server's to say. */
export function reusing(request, changed) {
  if (!waiting.has(request.state)) return null;
  const box = el('div');
  const node = el('details', { class: 'tm-noprint' }, el('summary', {}, 'Use what another audit has accepted'), box);
  const use = d => post(`/api/requests/${request.id}/reuse`, { document: d.id }).then(changed).catch(tell);
  const load = () => get(`/api/requests/${request.id}/reusable`).then(({ items }) => fill(box, items.length === 0
    ? el('p', { class: 'tm-quiet' }, 'Nothing that fits.')
    : el('ul', { class: 'tm-plain' }, items.map(d => el('li', { class: 'tm-row' },
      `${d.name}, ${d.coversFrom ? `${day(d.coversFrom)} – ${day(d.coversTo)}` : `given ${day(d.uploadedAt)}`}`,
      button('Use it here', () => use(d), 'tm-little')))))).catch(error => fill(box, error.message));
  node.addEventListener('toggle', () => node.open && load(), { once: true });
  return node;
}
