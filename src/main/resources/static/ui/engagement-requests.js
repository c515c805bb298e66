import { act, get, post } from './api.js';
import { add, bones, el, fill } from './dom.js';
import { documentList } from './documents.js';
import { purging } from './document-purge.js';
import { reusing } from './document-reuse.js';
import { templates } from './engagement-templates.js';
import { field, formOf, tick } from './fields.js';
import { listImport } from './list-import.js';
import { notes } from './notes.js';
import { bulk, ticked } from './request-bulk.js';
import { readers } from './request-readers.js';
import { listInto } from './table.js';
import { day, dueMark, stateMark, words } from './words.js';

const over = new Set(['accepted', 'withdrawn']);
const withOwner = new Set(['open', 'in_progress', 'returned']);
const kinds = ['DOCUMENT', 'POPULATION', 'SAMPLE', 'CONFIGURATION', 'OBSERVATION'];

/**
 * The evidence request list; an auditor of the team asks for more at any time.
 * @param {boolean} leads whether the reader leads the audit at the client, who reminds and hands on too
 */
export async function requests(box, path, mayAsk, leads) {
  const list = el('div');
  const chosen = new Set();
  const show = () => { chosen.clear(); return listed(); };
  const listed = () => listInto(list, `${path}/requests`, {
    caption: 'Evidence requests', none: 'Nothing was asked for yet.',
    columns: [
      ['Request', r => disclosure(`${r.reference} ${r.title}`, r.id, mayAsk ? show : null)],
      ['Kind', r => words(r.kind)],
      ['Controls', r => r.controls.join(', ')],
      ['With', r => r.ownerName ?? r.owner ?? 'nobody yet'],
      ['Due', r => el('span', { class: 'tm-row' }, day(r.due), over.has(r.state) ? null : dueMark(r.due))],
      ['State', r => el('span', { class: 'tm-row' }, stateMark(r.state),
        r.missedOn && withOwner.has(r.state) && el('span', { class: 'tm-mark tm-bad', title: `Nothing had come by ${day(r.missedOn)}` }, 'missed'),
        r.evidenceTakenOut && el('span', { class: 'tm-mark tm-bad' }, 'evidence taken out'))],
      ...(mayAsk || leads ? [['Tick', r => over.has(r.state) ? '' : ticked(r, chosen)]] : []),
    ],
  });
  await show();
  fill(box, list, el('div', { class: 'tm-row tm-noprint' }, 'Take along:',
    el('a', { href: `${path}/requests/export?format=xlsx` }, 'the list as XLSX'),
    el('a', { href: `${path}/requests/export?format=csv` }, 'as CSV'),
    el('a', { href: `${path}/binder` }, 'all of it as ZIP'),
    el('form', { class: 'tm-row', action: `${path}/binder`, method: 'get' },
      el('input', { name: 'control', required: true, placeholder: 'Control', 'aria-label': 'Control to take along', size: 10 }),
      el('button', { class: 'tm-button tm-little' }, 'one control as ZIP'))));
  if (mayAsk || leads) add(box, bulk(list, path, chosen, mayAsk, show));
  if (mayAsk) {
    add(box, el('details', { class: 'tm-noprint' }, el('summary', {}, 'Ask for more'), ask(path, show)));
    const byTemplate = el('div');
    const opened = el('details', { class: 'tm-noprint' }, el('summary', {}, 'Ask from a template'), byTemplate);
    opened.addEventListener('toggle', () => {
      fill(byTemplate, bones(1));
      templates(path, show).then(form => fill(byTemplate, form)).catch(error => fill(byTemplate, error.message));
    }, { once: true });
    add(box, opened);
    add(box, el('details', { class: 'tm-noprint' }, el('summary', {}, 'Import a list'),
      el('p', { class: 'tm-quiet' }, 'Columns: title, kind, controls, due; also owner, covers_from, covers_to, client_review, sample_of, location. '
        + 'A line with a reference such as R-12 changes that request.'),
      listImport(`${path}/requests/import`, 'request', show)));
  }
}

function ask(path, done) {
  const raise = act(`${path}/requests`);
  return formOf(el('div', { class: 'tm-fields' },
    field('title', 'What is asked for', { required: true }),
    field('kind', 'Kind', { options: kinds.map(k => [k, words(k)]) }),
    field('controls', 'Controls, more than one with commas', { required: true }),
    field('owner', 'Control owner: user name, or empty', { autocapitalize: 'none' }),
    field('due', 'Due', { type: 'date', required: true }),
    field('coversFrom', 'Evidence covers from', { type: 'date' }),
    field('coversTo', 'to', { type: 'date' }),
    field('location', 'Where, if the control runs in several places'),
    el('div', {}, tick('clientReview', 'yes', 'The client reviews it first')),
    el('div', {}, tick('confidential', 'yes', 'Confidential: only its owner, the people named here and the auditors see it')),
    field('readers', 'Who of the client may see it too: user names with commas', { autocapitalize: 'none' })), 'Ask', async form => {
    const { title, kind, controls, owner, due, coversFrom, coversTo, location, clientReview, confidential, readers } = form.elements;
    await raise({
      title: title.value, kind: kind.value,
      controls: controls.value.split(',').map(c => c.trim()).filter(Boolean),
      owner: owner.value.trim() || undefined, due: due.value,
      coversFrom: coversFrom.value || undefined, coversTo: coversTo.value || undefined,
      location: location.value.trim() || undefined,
      clientReview: clientReview.checked,
      confidential: confidential.checked || undefined,
      readers: confidential.checked ? readers.value.split(',').map(name => name.trim()).filter(Boolean) : undefined,
    });
    form.reset();
    await done();
  });
}

function disclosure(title, id, changed) {
  const box = el('div', {}, bones(1));
  let asked = false;
  const load = () => get(`/api/requests/${id}`).then(found => fill(box, contents(found, load),
    !changed && reusing(found, load), changed && readers(found, load), changed && !over.has(found.state) && withdraw(id, changed)));
  const node = el('details', {}, el('summary', {}, title), box);
  node.addEventListener('toggle', () => {
    if (!node.open || asked) return;
    asked = true;
    load().catch(error => { asked = false; fill(box, error.message); });
  });
  return node;
}

const withdraw = (id, changed) => el('details', { class: 'tm-noprint' }, el('summary', {}, 'Withdraw this request'),
  formOf(field('reason', 'Why it is no longer wanted', { required: true, rows: 2 }), 'Withdraw', async form => {
    await post(`/api/requests/${id}/withdraw`, { reason: form.elements.reason.value });
    await changed();
  }));

const contents = (r, changed) => [
  r.confidential && el('p', { class: 'tm-note tm-soon' }, `Confidential: for ${[r.owner, ...(r.readers ?? [])].filter(Boolean).join(', ')} and the auditors of this audit.`),
  r.evidenceTakenOut && el('p', { class: 'tm-note tm-bad' }, 'It was accepted, and what it was accepted for was taken out since: no evidence is left. Ask for it again.'),
  (r.location || r.coversFrom || r.coversTo) && el('p', { class: 'tm-quiet' }, [
    r.location && `For ${r.location}`, r.coversFrom && `from ${day(r.coversFrom)}`, r.coversTo && `to ${day(r.coversTo)}`].filter(Boolean).join(', ')),
  r.sampleItems.length > 0 && el('p', {}, `Sample: ${r.sampleItems.join(', ')}`),
  r.populationCount !== null && el('p', {}, `Population: ${r.populationCount} (${r.populationSource}, ${day(r.extractedOn)})`),
  r.reasons.length > 0 && el('div', { class: 'tm-note tm-soon' }, el('ul', {}, r.reasons.map(x =>
    el('li', {}, `${words(x.reason)}: ${x.note} (${x.by}, ${day(x.at)})`)))),
  r.withdrawalReason && el('p', { class: 'tm-note' }, `Withdrawn: ${r.withdrawalReason}`),
  r.documents.length > 0 ? [documentList(r.documents), r.documents.map(d => purging(d, changed))] : el('p', { class: 'tm-quiet' }, 'No documents yet.'),
  el('p', { class: 'tm-noprint' }, el('a', { href: `/api/requests/${r.id}/binder` }, 'This request as ZIP')),
  notes(r),
];
