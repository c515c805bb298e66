import { el, fill } from './dom.js';
import { listImport } from './list-import.js';
import { listInto } from './table.js';
import { words } from './words.js';

/** A client's control library, and the import of a file into it, with a rehearsal. */
export function controls(path, mayImport) {
  const list = el('div');
  const refresh = () => listInto(list, path, {
    caption: 'Controls', none: 'No controls yet.',
    columns: [
      ['Control', c => c.reference], ['Title', c => c.title],
      ['Criteria', c => c.criteria.join(', ')], ['Frequency', c => words(c.frequency)],
    ],
  }).catch(error => fill(list, error.message));
  refresh();
  return el('div', { class: 'tm-form' },
    el('details', {}, el('summary', {}, 'All controls'), list),
    mayImport && listImport(`${path}/import`, 'control', refresh));
}
