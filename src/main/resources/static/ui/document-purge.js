import { post } from './api.js';
import { button, el, fill } from './dom.js';
import { documentList } from './documents.js';
import { field, formOf } from './fields.js';
import { tell } from './toast.js';

/** Taking out what was given by mistake: one asks, another agrees; who may is the server's to say. */
export function purging(document) {
  if (document.state === 'purged') return null;
  const box = el('div');
  const at = `/api/documents/${document.id}/purge`;
  const answered = found => fill(box, documentList([found]), purging(found));
  const reasoned = (path, name, label) => formOf(field('reason', name, { required: true, rows: 2 }), label,
    async form => answered(await post(path, { reason: form.elements.reason.value })));
  return fill(box, el('details', { class: 'tm-noprint' }, el('summary', {}, `“${document.name}” was given by mistake`),
    document.purge
      ? [el('p', {}, button('Agree: take it out for good', () => post(`${at}/agree`).then(answered).catch(tell), 'tm-little')),
        reasoned(`${at}/refuse`, 'Or why it stays', 'Leave it in')]
      : reasoned(at, 'Why; this stays when the file is gone', 'Ask to take it out')));
}
