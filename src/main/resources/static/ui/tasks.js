// /tasks and /tasks/{id}: the filters live in the address, so that a link shows the same list to somebody else.
import { get } from './api.js';
import { $, el, empty, fill } from './dom.js';
import { all } from './table.js';
import { leaveTask, showTask, unsaved } from './task.js';
import { taskList } from './task-list.js';
import { counted } from './words.js';

const filters = ['q', 'assignee', 'due', 'engagement'];
const split = $('.tm-split');
const detail = $('#tm-detail');
const form = $('#tm-filters');
const list = taskList($('#tm-rows'), hrefOf);

function chosenFilters() {
  const all = new URLSearchParams(location.search);
  return Object.fromEntries(filters.map(f => [f, all.get(f)]).filter(([, v]) => v));
}
const chosenTask = () => decodeURIComponent(location.pathname.split('/')[2] ?? '') || null;

function hrefOf(id) {
  const query = new URLSearchParams(chosenFilters()).toString();
  return `/tasks${id ? `/${encodeURIComponent(id)}` : ''}${query && `?${query}`}`;
}

function fillFilters() {
  const now = chosenFilters();
  form.elements.q.value = now.q ?? '';
  form.elements.engagement.value = now.engagement ?? '';
  const view = now.assignee ? `assignee=${now.assignee}` : now.due ? `due=${now.due}` : '';
  for (const choice of form.elements.view) choice.checked = choice.value === view;
}

function readFilters() {
  const [name, value] = form.elements.view.value.split('=');
  const next = { q: form.elements.q.value.trim(), [name]: value, engagement: form.elements.engagement.value };
  const query = new URLSearchParams(Object.entries(next).filter(([k, v]) => k && v)).toString();
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}`);
  list.load(chosenFilters());
}

async function show() {
  const id = chosenTask();
  split.dataset.open = String(Boolean(id));
  list.mark(id);
  detail.dataset.task = id ?? '';
  if (id) return showTask(detail, id, { changed: () => list.load(chosenFilters()), completed, back: hrefOf(null) });
  await leaveTask();
  return fill(detail, empty('Choose a task', el('p', {}, 'What waits for you is on the left, the most urgent first.')));
}

function go(href, how = 'pushState') {
  history[how](null, '', href);
  return show();
}

/** Opens what follows, if this person may do it; otherwise what is first in the list now. */
async function completed(answer) {
  await list.load(chosenFilters());
  const following = answer?.next ?? [];
  const own = following.length ? await get('/api/tasks', { engagement: following[0].engagement, limit: 200 }).catch(() => null) : null;
  const next = following.find(t => own?.items.some(o => o.id === t.id));
  return go(hrefOf(next?.id ?? list.first()));
}

document.addEventListener('click', e => {
  const link = e.target.closest('a[data-task-link]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  go(link.href);
});
window.addEventListener('popstate', () => { fillFilters(); list.load(chosenFilters()); show(); });
window.addEventListener('beforeunload', e => unsaved() && e.preventDefault());

let typing = null;
form.elements.q.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(readFilters, 250); });
form.addEventListener('change', e => e.target !== form.elements.q && readFilters());
form.addEventListener('submit', e => { e.preventDefault(); readFilters(); });

all('/api/engagements').then(known => {
  form.elements.engagement.append(...known.map(e => el('option', { value: e.id }, e.title)));
  form.elements.engagement.closest('label').hidden = known.length < 2;
  fillFilters();
}).catch(() => {});

// the tasks of others, which those who chase them do not have in their list
const missed = ({ engagement, engagementTitle, missed: all }) => el('p', { class: 'tm-note tm-bad' },
  `${counted(all.length, 'recurring collection was', 'recurring collections were')} missed in `,
  el('a', { href: `/engagements/${engagement}` }, engagementTitle));
get('/api/missed-occurrences').then(({ items }) => fill($('#tm-missed'), items.map(missed))).catch(() => {});

fillFilters();
list.load(chosenFilters());
show();
