import { get } from './api.js';
import { add, bones, el, fill } from './dom.js';
import { documentList } from './documents.js';
import { facts, valueOf } from './facts.js';
import { listInto } from './table.js';
import { day, dueMark, moment, reportName, stateMark, words } from './words.js';

const names = list => [list ?? []].flat().map(x => x?.title ?? x?.id ?? x).join(', ');

const milestones = [
  ['Milestone', m => words(m.name ?? m.milestone)],
  ['Planned', m => day(m.planned)],
  ['Baseline', m => day(m.baseline)],
  ['Forecast', m => day(m.forecast)],
  ['Actual', m => m.actual ? el('strong', {}, day(m.actual)) : '–'],
];

const requests = [
  ['Request', r => disclosure(r.title, `/api/requests/${r.id}`, requestFacts)],
  ['Kind', r => words(r.kind)],
  ['Controls', r => names(r.controls)],
  ['With', r => r.owner?.name ?? r.owner ?? 'nobody yet'],
  ['Due', r => el('span', { class: 'tm-row' }, day(r.due), r.state === 'accepted' ? null : dueMark(r.due))],
  ['State', r => stateMark(r.state)],
];

const reports = [
  ['Report', reportName],
  ['State', r => stateMark(r.state)],
  ['Opinion', r => r.opinion ? words(r.opinion) : '–'],
  ['Dates', r => Object.entries(r.dates ?? {}).filter(([, d]) => d).map(([k, d]) => el('div', {}, `${words(k)}: ${day(d)}`))],
  ['Download', r => el('span', { class: 'tm-row' }, ['pdf', 'docx', 'html'].map(format =>
    el('a', { href: `/api/reports/${r.id}/content?format=${format}`, download: '' }, format.toUpperCase())))],
];

const entries = [
  ['No.', e => e.seq],
  ['When', e => moment(e.at)],
  ['Who', e => e.actorName ?? e.actor],
  ['What', e => words(e.event)],
  ['About', e => valueOf('facts', e.facts)],
  ['Hash', e => valueOf('hash', e.hash)],
];

/** The rest of an audit's page: each section asks for its own list, and is left out where this person may not look. */
export const sections = path => [
  section('Milestones', box => listInto(box, `${path}/milestones`, { caption: 'Milestones', columns: milestones, none: 'The plan is made during scoping.' })),
  section('Evidence requests', box => listInto(box, `${path}/requests`, { caption: 'Evidence requests', columns: requests, none: 'Nothing was asked for yet.' })),
  section('Reports', box => listInto(box, `${path}/reports`, { caption: 'Reports', columns: reports, none: 'No draft yet.' })),
  section('Scope', box => facts(box, `${path}/scope`, 'The scope is not written yet.')),
  section('Gaps', box => facts(box, `${path}/gaps`, 'No gap is known.')),
  section('Tests of controls', box => facts(box, `${path}/tests`, 'No test is planned yet.')),
  section('Deviations', box => facts(box, `${path}/findings`, 'No deviation was found.')),
  section('Sign-offs', box => facts(box, `${path}/signoffs`, 'Nothing is signed yet.')),
  section('Trail', box => trail(box, path)),
];

async function trail(box, path) {
  await listInto(box, `${path}/trail`, { caption: 'Trail', columns: entries, none: 'Nothing has happened yet.' });
  add(box, el('p', { class: 'tm-small tm-noprint' },
    el('a', { href: `${path}/trail?format=export`, download: '' }, 'The whole trail as a file'), ', to be verified without this server.'));
}

function section(title, load) {
  const box = el('div', {}, bones(2));
  const node = el('section', { class: 'tm-card' }, el('h2', {}, title), box);
  load(box).then(() => {
    node.classList.toggle('tm-slim', box.childElementCount === 1 && box.firstElementChild.tagName === 'P');
  }).catch(error => {
    if (error.status === 403 || error.status === 404) node.remove();
    else fill(box, el('p', { class: 'tm-note tm-bad' }, error.message));
  });
  return node;
}

function disclosure(title, path, draw) {
  const box = el('div', {}, bones(1));
  let asked = false;
  const node = el('details', {}, el('summary', {}, title), box);
  node.addEventListener('toggle', () => {
    if (!node.open || asked) return;
    asked = true;
    get(path).then(found => fill(box, draw(found))).catch(error => { asked = false; fill(box, error.message); });
  });
  return node;
}

const requestFacts = r => [
  (r.reasons ?? []).length > 0 && el('div', { class: 'tm-note tm-soon' }, el('ul', {}, r.reasons.map(x => el('li', {}, x?.note ?? x?.reason ?? String(x))))),
  (r.documents ?? []).length > 0 ? documentList(r.documents) : el('p', { class: 'tm-quiet' }, 'No documents yet.'),
];
