import { get } from './api.js';
import { $, el, fill } from './dom.js';
import { counted, moment } from './words.js';

/** What the store of documents can do, and whether all in it is as it was taken in; for administrators. */
export async function documentStore() {
  const section = $('#tm-store');
  const { says, retentionsDue, scrub, broken } = await get('/api/document-store');
  section.hidden = false;
  fill($('div', section), el('p', {}, says),
    retentionsDue > 0 && el('p', { class: 'tm-quiet' }, `It is still to be told how long to keep ${counted(retentionsDue, 'document')}.`),
    scrub?.ended && el('p', { class: 'tm-quiet' }, `All documents were last read and compared on ${moment(scrub.ended)}.`),
    broken.length === 0 ? el('p', { class: 'tm-quiet' }, 'No document is known that is not what was taken in.')
      : el('div', { class: 'tm-note tm-bad', role: 'alert' }, el('p', {}, `${counted(broken.length, 'document')} not as taken in:`),
        el('ul', {}, broken.map(one => el('li', {}, el('code', {}, one.document), ` since ${moment(one.since)}: ${one.found}`)))));
}
