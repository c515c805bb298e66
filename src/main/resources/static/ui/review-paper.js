import { get } from './api.js';
import { bones, el, fill } from './dom.js';
import { dates } from './document-facts.js';
import { contentOf, findingMark } from './documents.js';
import { counted, size, stateMark } from './words.js';

const said = { accept: '✓ accepted', return: '✗ returned' };

/**
 * The files of a request, one of them shown.
 * @param {object} verdict by the file's id
 * @param {(index: number) => void} choose
 */
export function paper(box, files, current, verdict, choose) {
  if (files.length === 0) {
    return fill(box, el('p', { class: 'tm-note' }, 'No file was given. What the client says of it is beside this.'));
  }
  const file = files[current];
  const key = `${file.id} ${file.version}`;
  const before = box.querySelector('.tm-paper');
  const panel = before?.dataset.file === key ? before : draw(file, key);
  fill(box, files.length > 1 && tabs(files, current, verdict, choose), panel);
  panel.setAttribute('aria-label', file.name);
  return panel;
}

function tabs(files, current, verdict, choose) {
  const list = el('div', { class: 'tm-tabs', role: 'tablist', 'aria-label': 'Files' }, files.map((file, i) => el('button', {
    type: 'button', role: 'tab', 'aria-selected': String(i === current), 'aria-controls': 'tm-paper', tabIndex: i === current ? 0 : -1, onclick: () => choose(i),
  }, file.name, verdict[file.id] && el('span', { class: `tm-mark ${verdict[file.id] === 'accept' ? 'tm-good' : 'tm-bad'}` }, said[verdict[file.id]]))));
  list.addEventListener('keydown', e => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    const to = (current + by + files.length) % files.length;
    const place = list.parentElement;
    choose(to);
    place.querySelectorAll('[role=tab]')[to].focus();
  });
  return list;
}

function draw(file, key) {
  const sheet = el('div', {}, bones(3));
  look(file, sheet);
  return el('section', { class: 'tm-card tm-paper', id: 'tm-paper', role: 'tabpanel', 'data-file': key },
    el('div', { class: 'tm-line' }, el('h2', {}, file.name), el('span', { class: 'tm-quiet tm-small' }, size(file.size))),
    dates(file),
    file.collected && el('p', { class: 'tm-quiet tm-small' }, `Given by the script “${file.collected.collector}”, from ${file.collected.source}`),
    el('div', { class: 'tm-row' }, stateMark(file.state), el('a', { class: 'tm-small', href: contentOf(file.id), download: file.name }, 'Download')),
    (file.findings ?? []).map(f => el('p', { class: `tm-note ${findingMark(f.severity)}` }, f.message,
      f.override && el('span', { class: 'tm-quiet' }, ` ${f.override.by} says: ${f.override.reason}`))),
    sheet);
}

async function look(file, box) {
  try {
    const seen = await get(`/api/documents/${encodeURIComponent(file.id)}/preview`);
    fill(box, (shapes[seen.kind] ?? shapes.none)(file, seen));
  } catch (error) {
    fill(box, el('p', { class: 'tm-note tm-bad' }, error.message));
  }
}

const region = (file, ...children) => el('div', { class: 'tm-sheet', tabIndex: 0, role: 'region', 'aria-label': `Contents of ${file.name}` }, children);
const rest = (seen, text) => seen.more && el('p', { class: 'tm-quiet tm-small' }, text);

/** A file drawn by its kind. */
const shapes = {
  picture: file => region(file, el('img', { src: contentOf(file.id), alt: file.name })),
  table: (file, seen) => [
    region(file, el('table', {},
      el('caption', { class: 'tm-unseen' }, file.name),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, el('span', { class: 'tm-unseen' }, 'Row')), cells(seen.rows, 0, 'th'))),
      el('tbody', {}, seen.rows.slice(1).map((row, i) => el('tr', {}, el('th', { scope: 'row' }, String(i + 2)), cells(seen.rows, i + 1, 'td')))))),
    el('p', { class: 'tm-quiet tm-small' }, seen.more ? `The first ${counted(seen.rows.length, 'row')}; the file holds more.` : counted(seen.rows.length, 'row')),
  ],
  text: (file, seen) => [
    seen.mail && el('dl', { class: 'tm-facts tm-small' }, seen.mail.map(h => [el('dt', {}, h.name), el('dd', {}, h.text)])),
    region(file, el('pre', {}, seen.text)),
    el('p', { class: 'tm-quiet tm-small' }, seen.pages ? `The text of ${counted(seen.pages, 'page')}; the layout is in the file itself.` : 'The text that was read from it.'),
    rest(seen, 'It goes on in the file.'),
  ],
  none: (file, seen) => el('p', { class: 'tm-note' }, seen.reason),
};

/** One row, filled up to the width of the widest. */
function cells(rows, index, tag) {
  const width = Math.max(...rows.map(r => r.length));
  return Array.from({ length: width }, (_, i) => el(tag, tag === 'th' ? { scope: 'col' } : {}, rows[index][i] ?? ''));
}
