import { get } from './api.js';
import { documentList } from './documents.js';
import { add, el } from './dom.js';
import { day, moment, words } from './words.js';

let known = null;

/** Controls by reference and criteria by id, asked once for the page; empty for who may not see the scope. */
const scope = engagement => (known ??= get(`/api/engagements/${encodeURIComponent(engagement)}/scope`)
  .then(({ controls, criteria }) => ({ controls: new Map(controls.map(c => [c.reference, c])), criteria: new Map(criteria.map(c => [c.id, c.title])) }))
  .catch(() => ({ controls: new Map(), criteria: new Map() })));

/** What was asked and for which control, what its giver said, what was returned before and what last year's answer was. */
export function asked(task, request) {
  const box = el('section', { class: 'tm-card tm-asked', 'aria-label': 'What was asked' }, el('h2', {}, 'What was asked'),
    terms([
      ['Request', `${request.reference} ${request.title}`],
      ['Period', task.data.request?.period ?? span(request)],
      ['Where', request.location],
      ['Owner', request.ownerName],
      ['Given by', task.data.providedBy],
      ['Covers', task.data.coversFrom && `${day(task.data.coversFrom)} – ${day(task.data.coversTo)}`],
      ['Records', task.data.populationCount],
      ['Source', task.data.populationSource],
      ['Drawn on', task.data.extractedOn && day(task.data.extractedOn)],
      ['Note', task.data.note && el('span', { class: 'tm-written' }, task.data.note)],
      ['Sample', request.sampleItems.length > 0 && el('ol', {}, request.sampleItems.map(item => el('li', {}, item)))],
    ]));
  const controls = el('div', {});
  const before = el('div', {});
  add(box, controls, history(request), before);
  scope(request.engagement).then(found => add(controls, request.controls.map(reference => control(found, reference))));
  get(`/api/requests/${encodeURIComponent(request.id)}/earlier`)
    .then(({ items }) => items.length > 0 && add(before, lastYear(items[0]))).catch(() => {});
  return box;
}

const span = r => r.coversFrom && `${day(r.coversFrom)} – ${day(r.coversTo)}`;
const terms = rows => el('dl', { class: 'tm-facts tm-small' }, rows.filter(([, v]) => v !== null && v !== undefined && v !== false && v !== '')
  .map(([k, v]) => [el('dt', {}, k), el('dd', {}, typeof v === 'number' ? String(v) : v)]));

function control({ controls, criteria }, reference) {
  const found = controls.get(reference);
  return el('details', { open: true }, el('summary', {}, found ? `${reference} ${found.title}` : reference),
    found && el('p', { class: 'tm-small' }, found.description),
    found && el('ul', { class: 'tm-small' }, found.criteria.map(id => el('li', {}, `${id} ${criteria.get(id) ?? ''}`))));
}

const history = r => r.reasons.length > 0 && el('div', { class: 'tm-note tm-soon' }, el('strong', {}, 'Returned before'),
  el('ul', {}, r.reasons.map(x => el('li', {}, `${words(x.reason)}: ${x.note} (${x.by}, ${moment(x.at)})`))));

const lastYear = r => el('details', {}, el('summary', {}, 'Last year’s answer'),
  el('p', { class: 'tm-small' }, el('a', { href: `/engagements/${encodeURIComponent(r.engagement)}` }, `${r.reference} ${r.title}`), ', accepted'),
  documentList(r.documents));
