import { post } from './api.js';
import { button, el } from './dom.js';
import { field, formOf } from './fields.js';
import { tell } from './toast.js';

/** Taking out what was given by mistake: one asks, another agrees; who may is the server's to say. */
export function purging(document, changed) {
  if (document.state === 'purged') return null;
  const at = `/api/documents/${document.id}/purge`;
  const reasoned = (path, name, label) => formOf(field('reason', name, { required: true, rows: 2 }), label,
    async form => {
      await post(path, { reason: form.elements.reason.value });
      await changed();
    });
  return el('details', { class: 'tm-noprint' }, el('summary', {}, `“${document.name}” was given by mistake`),
    document.purge
      ? [el('p', {}, button('Agree: take it out for good', () => post(`${at}/agree`).then(changed).catch(tell), 'tm-little')),
        reasoned(`${at}/refuse`, 'Or why it stays', 'Leave it in')]
      : reasoned(at, 'Why; this stays when the file is gone', 'Ask to take it out'));
}
