import { get } from './api.js';
import { button, el, empty, fill } from './dom.js';
import { paged } from './table.js';
import { tell } from './toast.js';
import { dueMark, words } from './words.js';

/**
 * The rows on the left, page by page.
 * @param {(id: string) => string} hrefOf a task's address, with the filters of the list in it
 */
export function taskList(box, hrefOf) {
  const list = el('ol', { 'aria-label': 'Tasks' });
  const more = button('Show more', () => grow(), '');
  let params = {};
  let cursor = null;
  let chosen = null;
  let asked = 0;

  async function load(filters) {
    params = filters;
    const turn = ++asked;
    box.setAttribute('aria-busy', 'true');
    try {
      const page = paged(await get('/api/tasks', params));
      if (turn !== asked) return;
      list.replaceChildren();
      show(page);
      fill(box, page.items.length ? list : nothing(), more);
    } catch (error) {
      if (turn === asked) fill(box, empty('The list cannot be shown.', el('p', {}, error.message), button('Try again', () => load(params))));
    } finally {
      if (turn === asked) box.removeAttribute('aria-busy');
    }
  }

  async function grow() {
    const turn = asked;
    try {
      const page = paged(await get('/api/tasks', { ...params, cursor }));
      if (turn === asked) show(page);
    } catch (error) { tell(error, grow); }
  }

  function show({ items, next }) {
    cursor = next;
    more.hidden = !next;
    list.append(...items.map(row));
    mark(chosen);
  }

  // the next page comes by itself when the button scrolls into view
  new IntersectionObserver(seen => seen.some(s => s.isIntersecting) && cursor && more.click(), { root: box }).observe(more);

  function row(task) {
    return el('li', {}, el('a', { href: hrefOf(task.id), 'data-task-link': '', 'data-id': task.id },
      el('span', { class: 'tm-line' }, el('b', {}, task.name), dueMark(task.due)),
      task.subject && el('span', { class: 'tm-line tm-small' }, el('span', {}, task.subject)),
      el('span', { class: 'tm-line tm-quiet tm-small' },
        el('span', {}, task.engagementTitle),
        el('span', { class: 'tm-chip' }, task.assignee ?? words(task.role)))));
  }

  function nothing() {
    const filtered = Object.values(params).some(Boolean);
    return filtered ? empty('No task matches.', el('a', { href: '/tasks' }, 'Clear the filters'))
      : empty('Nothing to do.', el('p', {}, 'New tasks appear here when the audit reaches them.'));
  }

  function mark(id) {
    chosen = id;
    for (const a of list.querySelectorAll('a')) {
      if (a.dataset.id === id) a.setAttribute('aria-current', 'true');
      else a.removeAttribute('aria-current');
      a.href = hrefOf(a.dataset.id);
    }
  }

  return { load, mark, first: () => list.querySelector('a')?.dataset.id ?? null };
}
