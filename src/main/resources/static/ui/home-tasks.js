import { add, el, empty } from './dom.js';
import { counted, dueMark, words } from './words.js';

const taskHref = task => `/tasks/${encodeURIComponent(task)}`;

/** Evidence is reviewed where it can be seen beside what was asked. */
export const placeOf = task => task.key === 'UserTask_ReviewEvidence'
  ? `/engagements/${encodeURIComponent(task.engagement)}/review?task=${encodeURIComponent(task.id)}` : taskHref(task.id);

/** What to begin with: what was sent back comes before what is only late. */
export const firstTask = ({ returned = [], tasks }) =>
  returned.length > 0 ? { href: taskHref(returned[0].task), name: returned[0].title }
    : tasks.first[0] ? { href: placeOf(tasks.first[0]), name: tasks.first[0].name } : null;

/** The day in one sentence. */
export function summary({ tasks, returned = [], models }) {
  const decide = models?.waiting.filter(release => !release.own).length ?? 0;
  const said = [
    decide > 0 && `${counted(decide, 'release waits', 'releases wait')} for your decision`,
    models?.stuck.length > 0 && `${counted(models.stuck.length, 'process step stands', 'process steps stand')} still`,
    returned.length > 0 && `${counted(returned.length, 'request was', 'requests were')} returned to you`,
    tasks.overdue > 0 && `${counted(tasks.overdue, 'task is', 'tasks are')} late`,
    tasks.week > 0 && `${counted(tasks.week, 'is', 'are')} due within a week`,
  ].filter(Boolean);
  if (said.length > 0) return `${said.join(', ')}.`;
  return tasks.open > 0 ? `Nothing is due within a week; ${counted(tasks.open, 'task is', 'tasks are')} open.` : 'Nothing waits for you.';
}

/** What was sent back, with its reason: whoever gave it should see at once what is wrong. */
export function returned(list) {
  return list.length > 0 && el('section', { class: 'tm-card', 'aria-labelledby': 'tm-returned' },
    el('h2', { id: 'tm-returned' }, 'Returned to you'),
    el('ul', { class: 'tm-todo' }, list.map(r => el('li', {}, el('a', { href: taskHref(r.task) },
      el('span', { class: 'tm-line' }, el('b', {}, `${r.reference} ${r.title}`), dueMark(r.due)),
      el('span', {}, `${words(r.reason)}: ${r.note}`),
      el('span', { class: 'tm-quiet tm-small' }, `from ${r.by}`))))));
}

/** The most urgent tasks and how many there are of each kind. */
export function todo({ tasks, audits }) {
  const card = el('section', { class: 'tm-card', 'aria-labelledby': 'tm-today' }, el('h2', { id: 'tm-today' }, 'For you'));
  if (tasks.open === 0) return add(card, nothing(audits.items));
  const row = task => el('li', {}, el('a', { href: placeOf(task) },
    el('span', { class: 'tm-line' }, el('b', {}, task.subject || task.name), dueMark(task.due)),
    el('span', { class: 'tm-line tm-quiet tm-small' }, el('span', {}, [task.subject && task.name, task.engagementTitle].filter(Boolean).join(' · ')))));
  return add(card,
    el('ul', { class: 'tm-counts', 'aria-label': 'How many' },
      count(tasks.overdue, 'late', '/tasks?due=overdue', tasks.overdue > 0),
      count(tasks.week, 'due in a week', '/tasks?due=week'),
      count(tasks.open, 'open in all', '/tasks')),
    el('ol', { class: 'tm-todo' }, tasks.first.map(row)),
    tasks.open > tasks.first.length && el('p', {}, el('a', { href: '/tasks' }, `All ${tasks.open} tasks`)));
}

const count = (n, label, href, bad = false) => el('li', {},
  el('a', { href, class: bad ? 'tm-bad' : '' }, el('b', {}, String(n)), label));

const nothing = items => items.length > 0
  ? empty('Nothing to do just now.', el('p', {}, 'A task appears here as soon as the audit reaches your part of it, the most urgent first.'))
  : empty('You are on no audit’s team yet.',
    el('p', {}, 'An audit’s manager or partner names its team. From then on you find here what is due, what was returned to you and how the audit stands.'));
