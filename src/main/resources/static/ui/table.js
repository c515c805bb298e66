import { get } from './api.js';
import { button, el, fill } from './dom.js';
import { tell } from './toast.js';

/** @param {[string, (row: object) => Node|string][]} columns heading and cell */
export function table(columns, rows, caption) {
  const body = el('tbody');
  const grow = more => body.append(...more.map(row => el('tr', {}, columns.map(([, cell]) => el('td', {}, cell(row) ?? '–')))));
  grow(rows);
  const node = el('div', { class: 'tm-scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    el('table', {},
      el('caption', { class: 'tm-unseen' }, caption),
      el('thead', {}, el('tr', {}, columns.map(([heading]) => el('th', { scope: 'col' }, heading)))),
      body));
  return { node, grow };
}

/**
 * A list of the API as a table inside `box`, with a button for the next page.
 * @param {{caption: string, columns: Array, none: string, params?: object}} look
 */
export async function listInto(box, path, { caption, columns, none, params = {} }) {
  const first = await get(path, params);
  const { items, next } = paged(first);
  if (items.length === 0) return fill(box, el('p', { class: 'tm-quiet' }, none));
  const { node, grow } = table(columns, items, caption);
  let cursor = next;
  const more = button('Show more', async () => {
    try {
      const page = paged(await get(path, { ...params, cursor }));
      grow(page.items);
      cursor = page.next;
      more.hidden = !cursor;
    } catch (error) { tell(error); }
  }, 'tm-little');
  more.hidden = !cursor;
  return fill(box, node, more);
}

export const paged = answer => Array.isArray(answer) ? { items: answer, next: null } : answer;

/** Every item of a list that is known to be short. */
export async function all(path, params = {}) {
  const items = [];
  let cursor = null;
  do {
    const page = paged(await get(path, { limit: 200, ...params, cursor }));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}
