import { act, get, put } from './api.js';
import { $, bones, el, fill } from './dom.js';
import { comments } from './description-comments.js';
import { field, formOf, tick } from './fields.js';
import { all } from './table.js';
import { tell, toast } from './toast.js';
import { counted, day, now } from './words.js';

/** Entries that are unfolded: they stay so when the list is shown anew. */
const unfolded = new Set();
const kinds = { INCIDENT: 'Incident', SIGNIFICANT_CHANGE: 'Significant change' };

/** The register of incidents and significant changes of the period. */
export async function register(box, path, described, done) {
  fill(box, el('h2', { tabIndex: -1 }, 'Register of incidents and changes'), bones(2));
  try {
    const [entries, scope] = await Promise.all([all(`${path}/incidents`), get(`${path}/scope`)]);
    fill(box,
      el('h2', { tabIndex: -1 }, 'Register of incidents and changes'),
      el('p', { class: 'tm-quiet' }, 'What happened in the period and what changed. The description tells of what came from failed controls or broke a commitment, and of every significant change; the tests of the controls show it, and so does a bridge letter.'),
      entries.length === 0 ? el('p', { class: 'tm-quiet' }, 'Nothing is recorded.')
        : el('ul', { class: 'tm-plain' }, entries.map(entry => look(entry, path, described, scope, done))),
      described.mayRecord && el('details', { class: 'tm-noprint' }, el('summary', {}, 'Record an incident or a change'),
        form(scope, {}, 'Record', record(path, done))));
  } catch (error) { tell(error); }
}

const record = (path, done) => {
  const send = act(`${path}/incidents`);
  return async entry => {
    await send(entry);
    toast('Recorded.');
    await done();
  };
};

function look(entry, path, described, scope, done) {
  const at = `${path}/incidents/${entry.id}`;
  const talk = el('div');
  const unfold = node => {
    if (!node.open) return unfolded.delete(entry.id);
    unfolded.add(entry.id);
    return talk.childElementCount === 0 && fill(talk, comments(at, path, described, done));
  };
  const open = unfolded.has(entry.id);
  if (open) fill(talk, comments(at, path, described, done));
  return el('li', {}, el('details', { open, ontoggle: event => unfold(event.target) },
    el('summary', {}, `${entry.reference} ${entry.title} `,
      el('span', { class: 'tm-mark' }, kinds[entry.kind]), ' ',
      entry.openComments > 0 && el('span', { class: 'tm-mark tm-bad' }, counted(entry.openComments, 'open comment'))),
    el('dl', { class: 'tm-facts' }, [
      ['Began', day(entry.occurredOn)], ['Discovered', day(entry.discoveredOn)], ['Nature', entry.nature], ['Extent', entry.extent],
      ['From failed controls', entry.fromFailedControls ? 'yes' : 'no'],
      ['Broke a commitment', entry.failedCommitments ? 'yes' : 'no'],
      ['Controls', entry.controls.join(', ')], ['Criteria', entry.criteria.join(', ')], ['What was done', entry.disposition],
      ['Recorded', `${entry.recordedBy}, ${day(entry.recordedAt)}`],
    ].filter(([, value]) => value).map(([name, value]) => [el('dt', {}, name), el('dd', { class: 'tm-written' }, value)])),
    described.mayRecord && el('details', { class: 'tm-noprint' }, el('summary', {}, 'Change it'),
      form(scope, entry, 'Save', async changed => {
        await put(at, { ...changed, version: entry.version });
        await done();
      })),
    talk));
}

function form(scope, entry, label, send) {
  const today = now().toISOString().slice(0, 10);
  const codes = text => text.split(/[,;\n]+/).map(code => code.trim()).filter(Boolean);
  const known = scope.controls.slice(0, 3).map(c => c.reference).join(', ');
  const kindOf = field('kind', 'What it is', { options: Object.entries(kinds) });
  $('select', kindOf).value = entry.kind ?? 'INCIDENT';
  return formOf([
    el('div', { class: 'tm-fields' },
      kindOf,
      field('title', 'In a few words', { required: true, maxLength: 200, value: entry.title ?? '', hint: 'The description and the bridge letter name it by this.' }),
      field('occurredOn', 'Began on', { type: 'date', required: true, max: today, value: entry.occurredOn ?? '' }),
      field('discoveredOn', 'Discovered on', { type: 'date', required: true, max: today, value: entry.discoveredOn ?? '' })),
    field('nature', 'What happened', { required: true, rows: 3, value: entry.nature ?? '' }),
    field('extent', 'How far it reached', { rows: 2, value: entry.extent ?? '' }),
    el('div', { class: 'tm-fields' },
      field('controls', 'Controls it bears on', { value: (entry.controls ?? []).join(', '), hint: known && `References with commas, such as ${known}` }),
      field('criteria', 'Criteria it bears on', { value: (entry.criteria ?? []).join(', '), hint: 'Ids with commas, such as CC7.3' })),
    el('div', { class: 'tm-row' },
      tick('fromFailedControls', 'yes', 'It came from controls that failed', entry.fromFailedControls),
      tick('failedCommitments', 'yes', 'It kept a commitment from being met', entry.failedCommitments)),
    field('disposition', 'What was done about it', { rows: 2, value: entry.disposition ?? '' }),
  ], label, filled => {
    const { kind, title, occurredOn, discoveredOn, nature, extent, controls, criteria, fromFailedControls, failedCommitments, disposition } = filled.elements;
    return send({
      kind: kind.value, title: title.value, occurredOn: occurredOn.value, discoveredOn: discoveredOn.value,
      nature: nature.value, extent: extent.value, controls: codes(controls.value), criteria: codes(criteria.value),
      fromFailedControls: fromFailedControls.checked, failedCommitments: failedCommitments.checked, disposition: disposition.value,
    });
  });
}
