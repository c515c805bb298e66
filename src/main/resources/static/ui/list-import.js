import { request } from './api.js';
import { button, el, fill } from './dom.js';
import { table } from './table.js';
import { words } from './words.js';

/** Takes a file of controls or of requests in, with a rehearsal; `what` is one of them in a word. */
export function listImport(path, what, done) {
  const result = el('div', { role: 'status' });
  const file = el('input', { type: 'file', id: `tm-${what}s`, accept: '.csv,.xlsx' });
  const send = async dryRun => {
    if (!file.files.length) return fill(result, el('p', { class: 'tm-wrong' }, 'Choose a file first.'));
    const body = new FormData();
    body.append('file', file.files[0]);
    try {
      fill(result, outcome(what, await request('POST', `${path}?dryRun=${dryRun}`, { body })));
    } catch (error) {
      if (error.name !== 'Problem') console.error(error);
      return fill(result, el('div', { class: 'tm-note tm-bad' }, error.message,
        error.errors?.length > 0 && el('ul', {}, error.errors.map(e => el('li', {}, `${e.field}: ${e.message}`)))));
    }
    return dryRun ? result : done();
  };
  return el('div', { class: 'tm-form' },
    el('div', { class: 'tm-field' }, el('label', { htmlFor: file.id }, `Import a file of ${what}s, CSV or XLSX`), file),
    el('div', { class: 'tm-row' }, button('Try without importing', () => send(true)), button('Import', () => send(false), 'tm-main')),
    result);
}

// counts, and the lines that need attention first
function outcome(what, { dryRun, created, updated, unchanged, refused, lines }) {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused.`;
  const sorted = [...lines].sort((a, b) => (b.outcome === 'refused') - (a.outcome === 'refused') || a.line - b.line);
  return [
    el('p', { class: `tm-note ${refused ? 'tm-bad' : 'tm-good'}` },
      dryRun ? 'Nothing was imported; this is what would happen: ' : 'Imported: ', counts),
    el('details', { open: refused > 0 }, el('summary', {}, 'Line by line'),
      table([
        ['Line', l => l.line], [words(what), l => l.id], ['Outcome', l => words(l.outcome)], ['Why', l => l.message],
      ], sorted, 'Lines of the file').node),
  ];
}
