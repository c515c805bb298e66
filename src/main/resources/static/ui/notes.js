import { get, post } from './api.js';
import { bones, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { moment } from './words.js';

/** How a note looks says for whom it is: what is internal is framed and says so, what is shared is plain and says so. */
function look(note, documents) {
  const internal = note.kind === 'internal';
  return el('li', { class: `tm-note ${internal ? 'tm-internal' : 'tm-shared'}` },
    el('p', { class: 'tm-row tm-small' },
      el('span', { class: `tm-mark ${internal ? 'tm-soon' : 'tm-good'}` },
        internal ? (note.side === 'firm' ? 'Internal: the audit firm only' : 'Internal: the client only') : 'Shared by firm and client'),
      el('span', { class: 'tm-quiet' }, `${note.by}, ${note.side === 'firm' ? 'audit firm' : 'client'}, ${moment(note.at)}`),
      note.document && el('span', { class: 'tm-quiet' }, `about ${documents.get(note.document) ?? 'a document'}`)),
    el('p', { class: 'tm-written' }, note.text));
}

/** The notes of a request and of its documents, and a new one. */
export function notes(request) {
  const list = el('div', {}, bones(1));
  const documents = new Map(request.documents.map(d => [d.id, d.name]));
  const show = async () => {
    const { items } = await get(`/api/requests/${request.id}/notes`);
    fill(list, items.length > 0 && el('ul', { class: 'tm-notes' }, items.map(note => look(note, documents))));
  };
  show().catch(error => fill(list, error.message));
  return el('section', { 'aria-label': `Notes of ${request.reference}` }, list,
    el('details', { class: 'tm-noprint' }, el('summary', {}, 'Write a note'),
      formOf(el('div', { class: 'tm-fields' },
        field('kind', 'For whom', { options: [['internal', 'Internal: only people of my own side'], ['shared', 'Shared: firm and client read it']] }),
        field('about', 'About', { options: [['', 'the request'], ...request.documents.map(d => [d.id, d.name])] }),
        field('text', 'Note', { required: true, rows: 3 })), 'Write', async form => {
        const { kind, about, text } = form.elements;
        const path = about.value ? `/api/documents/${about.value}` : `/api/requests/${request.id}`;
        await post(`${path}/notes`, { kind: kind.value, text: text.value });
        form.reset();
        await show();
      })));
}
