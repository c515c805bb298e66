// /engagements/{id}/review: evidence that waits for the auditor, one request after the other; filters and the open one are in the address.
import { get } from './api.js';
import { $, bones, el, empty, fill } from './dom.js';
import { singleKeys } from './keys.js';
import { judge, unsaved } from './review-judge.js';
import { all } from './table.js';
import { counted, dueMark } from './words.js';

const engagement = decodeURIComponent(location.pathname.split('/')[2]);
const audit = `/engagements/${encodeURIComponent(engagement)}`;
const filters = ['q', 'assignee', 'due'];
const split = $('.tm-split');
const rows = $('#tm-rows');
const detail = $('#tm-detail');
const form = $('#tm-filters');

let queue = [];
let shown = null;

const address = () => new URLSearchParams(location.search);
const chosen = () => address().get('task');
const chosenFilters = () => Object.fromEntries(filters.map(f => [f, address().get(f)]).filter(([, v]) => v));

function hrefOf(task) {
  const query = new URLSearchParams({ ...chosenFilters(), ...(task && { task }) }).toString();
  return `${audit}/review${query && `?${query}`}`;
}

async function load() {
  rows.setAttribute('aria-busy', 'true');
  if (queue.length === 0) fill(rows, bones(3));
  try {
    queue = await all('/api/tasks', { engagement, key: 'UserTask_ReviewEvidence', ...chosenFilters() });
    $('#tm-left').textContent = queue.length > 0 ? counted(queue.length, 'request') : '';
    fill(rows, queue.length > 0 ? el('ol', { 'aria-label': 'Requests to review' }, queue.map(row)) : nothing());
  } catch (error) {
    fill(rows, empty('The queue cannot be shown.', el('p', {}, error.message)));
  } finally {
    rows.removeAttribute('aria-busy');
  }
}

const row = task => el('li', {}, el('a', {
  href: hrefOf(task.id), 'data-id': task.id, 'aria-current': task.id === chosen() ? 'true' : null,
},
el('span', { class: 'tm-line' }, el('b', {}, task.subject || task.name), dueMark(task.due)),
el('span', { class: 'tm-line tm-quiet tm-small' }, task.assignee ? `with ${task.assignee}` : 'with nobody yet')));

function nothing() {
  return Object.keys(chosenFilters()).length > 0
    ? empty('No request matches.', el('a', { href: `${audit}/review` }, 'Clear the filters'))
    : empty('Nothing to review.',
      el('p', {}, 'Evidence appears here as soon as the client hands it over, the most urgent first.'),
      el('a', { href: audit }, 'To the audit'));
}

async function show() {
  const id = chosen();
  split.dataset.open = String(Boolean(id));
  for (const a of rows.querySelectorAll('a[data-id]')) {
    if (a.dataset.id === id) a.setAttribute('aria-current', 'true');
    else a.removeAttribute('aria-current');
  }
  rows.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  detail.dataset.task = id ?? '';
  shown = null;
  if (!id) {
    return fill(detail, queue.length > 0
      ? empty('Choose a request', el('p', {}, 'Or press ', el('kbd', {}, 'j'), ' for the first.'))
      : empty('All reviewed', el('p', {}, 'Nothing waits for your review in this audit.')));
  }
  fill(detail, bones(4));
  try {
    const task = await get(`/api/tasks/${encodeURIComponent(id)}`);
    const request = await get(`/api/requests/${encodeURIComponent(task.requestId)}`);
    if (chosen() !== id) return null;
    shown = judge(detail, task, request, { place: place(id), back: hrefOf(null), audit, step, decided });
  } catch (error) {
    if (chosen() !== id) return null;
    if (error.name !== 'Problem') console.error(error);
    fill(detail, empty(error.status === 404 || error.status === 409 ? 'This request was decided, or is no longer yours.' : 'This request cannot be shown.',
      el('p', {}, error.message), el('a', { href: hrefOf(null) }, 'Back to the queue')));
  }
  return null;
}

const indexOf = id => queue.findIndex(t => t.id === id);
const place = id => indexOf(id) >= 0 && `${indexOf(id) + 1} of ${queue.length}`;

function go(href, how = 'pushState') {
  history[how](null, '', href);
  return show();
}

/** To the request before or after the one that is open; from none to the first. */
function step(by) {
  const to = queue[Math.min(Math.max(indexOf(chosen()) + by, 0), queue.length - 1)];
  if (to && to.id !== chosen()) go(hrefOf(to.id));
}

/** The one that followed the decided one takes its place. */
async function decided(id) {
  const at = indexOf(id);
  await load();
  const next = queue.filter(t => t.id !== id)[Math.min(at, queue.length - 1)] ?? queue.find(t => t.id !== id);
  return go(hrefOf(next?.id ?? null), 'replaceState');
}

function fillFilters() {
  const now = chosenFilters();
  form.elements.q.value = now.q ?? '';
  const view = now.assignee ? `assignee=${now.assignee}` : now.due ? `due=${now.due}` : '';
  for (const choice of form.elements.view) choice.checked = choice.value === view;
}

function readFilters() {
  const [name, value] = form.elements.view.value.split('=');
  const next = { q: form.elements.q.value.trim(), [name]: value, task: chosen() };
  const query = new URLSearchParams(Object.entries(next).filter(([k, v]) => k && v)).toString();
  history.replaceState(null, '', `${audit}/review${query && `?${query}`}`);
  load();
}

rows.addEventListener('click', e => {
  const link = e.target.closest('a[data-id]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  go(hrefOf(link.dataset.id));
});
window.addEventListener('popstate', () => { fillFilters(); load().then(show); });
window.addEventListener('beforeunload', e => unsaved() && e.preventDefault());

let typing = null;
form.elements.q.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(readFilters, 250); });
form.addEventListener('change', e => e.target !== form.elements.q && readFilters());
form.addEventListener('submit', e => { e.preventDefault(); readFilters(); });

singleKeys({
  j: () => step(1),
  k: () => step(-1),
  1: () => shown?.mark('accept'),
  3: () => shown?.mark('return'),
  n: () => shown?.nextFile(),
  '/': () => form.elements.q.focus(),
});
document.addEventListener('keydown', e => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && shown) { e.preventDefault(); shown.send(); }
});

fillFilters();
load().then(show);
