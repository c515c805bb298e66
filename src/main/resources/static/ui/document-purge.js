import { get, post } from './api.js';
import { button, el, fill } from './dom.js';
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
  const resting = el('div');
  const node = el('details', { class: 'tm-noprint' }, el('summary', {}, `“${document.name}” was given by mistake`), resting,
    document.purge
      ? [el('p', {}, button('Agree: take it out for good', () => post(`${at}/agree`).then(changed).catch(tell), 'tm-little')),
        reasoned(`${at}/refuse`, 'Or why it stays', 'Leave it in')]
      : reasoned(at, 'Why; this stays when the file is gone', 'Ask to take it out'));
  node.addEventListener('toggle', () => {
    if (node.open) get(at).then(found => fill(resting, restsOn(found))).catch(error => fill(resting, error.message));
  });
  return node;
}

/** What both people are to know before: what is left without this file. */
function restsOn({ accepted, request, otherFiles, work }) {
  const told = [
    accepted && request && `It was accepted as evidence for ${request}. ${otherFiles > 0
      ? `Other accepted files of this request: ${otherFiles}.` : 'Without it the request has no evidence: ask for it again.'}`,
    ...work.map(paper => `${paper}. It goes back, or its test is done again.`),
  ].filter(Boolean);
  return told.length > 0 && el('div', { class: 'tm-note tm-soon' }, el('p', {}, 'What rests on it:'), el('ul', {}, told.map(line => el('li', {}, line))));
}
