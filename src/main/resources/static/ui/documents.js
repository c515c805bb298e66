import { get } from './api.js';
import { dates, known } from './document-facts.js';
import { el, fill } from './dom.js';
import { moment, size, stateMark } from './words.js';

const marks = { error: 'tm-bad', warning: 'tm-soon', info: '' };

/** Where the bytes of a document are; always asked from our own server, whatever a form's data says. */
export const contentOf = id => `/api/documents/${encodeURIComponent(id)}/content`;

/** What a form keeps of an uploaded document: the shape that form-js and FEEL expressions read. */
export const asValue = d => ({
  documentId: d.documentId ?? d.id,
  name: d.name ?? d.metadata?.fileName,
  endpoint: contentOf(d.documentId ?? d.id),
  metadata: d.metadata ?? { fileName: d.name, contentType: d.contentType },
});

export const findingMark = severity => marks[String(severity).toLowerCase()] ?? 'tm-soon';

const ways = { download: 'took it', part: 'looked into it', binder: 'took it along in a ZIP' };

/** Who was handed the document; asked for when somebody wants to know. */
function lookedAt(document) {
  const list = el('ul');
  const node = el('details', { class: 'tm-noprint tm-small' }, el('summary', {}, 'Who looked at it'), list);
  node.addEventListener('toggle', () => {
    if (!node.open) return;
    get(`/api/documents/${encodeURIComponent(document.id)}/views`).then(({ items }) => fill(list, items.length > 0
      ? items.map(view => el('li', {}, `${view.name} ${ways[view.way] ?? view.way}, version ${view.version}, ${moment(view.at)}`))
      : el('li', {}, 'Nobody that is yours to know of.'))).catch(error => fill(list, el('li', {}, error.message)));
  });
  return node;
}

/** A list of documents with what intake found in each. */
export function documentList(documents) {
  return el('ul', { class: 'tm-files' }, documents.map(d => el('li', {},
    el('div', { class: 'tm-line' },
      d.state === 'purged' ? el('span', { title: `SHA-256 ${d.sha256}` }, d.name)
        : el('a', { href: contentOf(d.id), download: d.name, title: d.sha256 && `SHA-256 ${d.sha256}` }, d.name),
      el('span', { class: 'tm-quiet tm-small' },
        d.malware === 'not scanned' ? `${size(d.size)}, not scanned for malware` : size(d.size))),
    d.state && el('div', {}, stateMark(d.state)),
    dates(d),
    d.collected && el('p', { class: 'tm-quiet tm-small' },
      `Given by the script “${d.collected.collector}”, which says: from ${d.collected.source}, ${moment(d.collected.extractedAt)}`,
      d.collected.query && [', ', el('code', {}, d.collected.query)]),
    d.sameAs && el('p', { class: 'tm-quiet tm-small' }, 'Given before in another audit, and once more here.'),
    d.purge && el('p', { class: 'tm-note tm-soon' }, d.purge.agreedBy
      ? `Given by mistake; taken out by ${d.purge.askedBy} and ${d.purge.agreedBy} on ${moment(d.purge.agreedAt)}: ${d.purge.reason}`
      : `${d.purge.askedBy} asks to take it out, as given by mistake: ${d.purge.reason}`),
    (d.findings ?? []).map(f => el('p', { class: `tm-note ${findingMark(f.severity)}` }, f.message,
      f.override && el('span', { class: 'tm-quiet' }, ` ${f.override.by} says: ${f.override.reason}`))),
    d.id && [known(d), lookedAt(d)])));
}
