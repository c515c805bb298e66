import { get, post } from './api.js';
import { bones, button, el, empty, fill } from './dom.js';
import { documentList } from './documents.js';
import { field, formOf } from './fields.js';
import { session } from './session.js';
import { taskForm } from './task-form.js';
import { tell, toast } from './toast.js';
import { day, dueMark, words } from './words.js';

let open = null;

/** True while something on the page would be lost by leaving it. */
export const unsaved = () => open?.unsaved() ?? false;

/** Keeps the draft of the task on show and takes its form down. */
export async function leaveTask() {
  const leaving = open;
  open = null;
  await leaving?.leave();
}

/**
 * Shows one task in `box`.
 * @param {{changed: () => void, completed: (following: object[]) => void, back: string}} events
 * @param {object} entries what was typed before, to be laid over the task's own data
 */
export async function showTask(box, id, events, entries = {}) {
  await leaveTask();
  fill(box, bones(4));
  box.setAttribute('aria-busy', 'true');
  try {
    const [task, me] = await Promise.all([get(`/api/tasks/${encodeURIComponent(id)}`), session()]);
    if (box.dataset.task !== id) return;
    await draw(box, { ...task, data: layOver(task.data ?? {}, entries) }, me, events);
  } catch (error) {
    if (box.dataset.task !== id) return;
    fill(box, back(events), missing(error, events));
    if (error.name !== 'Problem') console.error(error);
  } finally {
    box.removeAttribute('aria-busy');
  }
}

// entries hold the form's fields only: what its conditions need beside them (`request.kind`) has to stay
const isObject = v => v !== null && typeof v === 'object' && !Array.isArray(v);
const layOver = (known, entries) => ({ ...known, ...Object.fromEntries(Object.entries(entries)
  .map(([key, entered]) => [key, isObject(entered) && isObject(known[key]) ? layOver(known[key], entered) : entered])) });

const back = ({ back: href }) => el('a', { class: 'tm-back', href, 'data-task-link': '' }, '‹ Tasks');

function missing(error, events) {
  const gone = error.status === 404 || error.status === 409;
  return empty(gone ? 'This task is done, or no longer yours.' : 'This task cannot be shown.',
    el('p', {}, gone ? '' : error.message), el('a', { href: events.back, 'data-task-link': '' }, 'Back to the list'));
}

async function draw(box, task, me, events) {
  const mine = task.assignee === me.user;
  const others = task.assignee && !mine;
  const closed = others ? `${task.assignee} works on this task, so it is read-only for you.`
    : !task.mayDo && `This task is for the role ${words(task.role)}, so it is read-only for you.`;
  const again = entries => showTask(box, task.id, events, entries);
  const card = el('div', { class: 'tm-card' });
  const assigned = () => { events.changed(); return again(open?.entries() ?? {}); };
  const title = el('h1', { tabIndex: -1 }, task.name);
  fill(box,
    el('header', {}, back(events),
      el('p', { class: 'tm-crumbs' },
        el('a', { href: `/engagements/${task.engagement}` }, task.engagementTitle), ' · ', words(task.phase)),
      title,
      task.subject && el('p', { class: 'tm-quiet' }, task.subject),
      el('div', { class: 'tm-row' },
        dueMark(task.due), el('span', { class: 'tm-chip' }, words(task.role)),
        el('span', { class: 'tm-quiet' }, mine ? 'with you' : others ? `with ${task.assignee}` : 'with nobody yet'),
        !task.assignee && task.mayDo && hand('Claim', 'claim'), mine && hand('Give back', 'unclaim'))),
    el('div', { class: 'tm-columns' },
      el('div', {},
        closed && el('p', { class: 'tm-note tm-soon' }, closed),
        card),
      about(task, assigned)));

  function hand(label, verb) {
    return button(label, async () => {
      try {
        const entries = open?.entries() ?? {};
        await post(`/api/tasks/${task.id}/${verb}`);
        events.changed();
        await again(entries);
      } catch (error) { tell(error); }
    }, 'tm-little');
  }

  if (!task.form) return fill(card, el('p', { class: 'tm-quiet' }, 'This task has no form.'));
  open = await taskForm(card, task, {
    readOnly: Boolean(closed),
    reload: again,
    completed: following => {
      toast(`Completed: ${task.name}`);
      events.completed(following);
    },
  });
  return title.focus({ preventScroll: true });
}

function about(task, assigned) {
  return el('div', { class: 'tm-about' },
    (task.documents ?? []).length > 0 && el('section', {}, el('h2', {}, 'Documents'), documentList(task.documents)),
    el('section', {}, el('h2', {}, 'About this task'),
      el('dl', { class: 'tm-facts tm-small' },
        el('dt', {}, 'Due'), el('dd', {}, day(task.due)),
        el('dt', {}, 'For'), el('dd', {}, words(task.role)),
        el('dt', {}, 'Phase'), el('dd', {}, words(task.phase)),
        el('dt', {}, 'Step'), el('dd', {}, el('code', {}, task.key)))),
    assignForm(task, assigned));
}

/** Gives the task to somebody else who holds its role; the server says who may do that. */
function assignForm(task, assigned) {
  const holders = el('datalist', { id: 'tm-holders' });
  const node = el('details', {}, el('summary', {}, 'Assign to somebody'), holders,
    formOf(field('person', 'User name', { required: true, list: 'tm-holders', autocomplete: 'off', autocapitalize: 'none' }), 'Assign',
      async form => {
        await post(`/api/tasks/${task.id}/assign`, { person: form.elements.person.value.trim() });
        await assigned();
      }));
  node.addEventListener('toggle', async () => {
    if (!node.open || holders.childElementCount) return;
    const { team } = await get(`/api/engagements/${task.engagement}`).catch(() => ({}));
    holders.append(...(team?.[task.role] ?? []).map(name => el('option', { value: name })));
  });
  return node;
}
