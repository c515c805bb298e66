import { get } from './api.js';
import { bones, el, fill } from './dom.js';
import { documentList } from './documents.js';
import { listInto, paged } from './table.js';
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
  section('Trail', box => facts(box, `${path}/trail`, 'Nothing has happened yet.')),
];

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

/** Shows a part of the audit by its own field names: what the API adds appears without a change here. */
async function facts(box, path, none) {
  const answer = await get(path);
  const list = Array.isArray(answer) || Array.isArray(answer?.items);
  if (!list) return fill(box, factList(answer) ?? el('p', { class: 'tm-quiet' }, none));
  const first = paged(answer).items[0];
  const columns = Object.keys(first ?? {}).filter(shown).map(key => [words(key), row => value(key, row[key])]);
  return listInto(box, path, { caption: path.split('/').at(-1), columns, none });
}

const shown = key => !/^(id|version|engagement|.*Id|previousHash)$/.test(key);

function factList(object) {
  const known = Object.entries(object ?? {}).filter(([k, v]) => shown(k) && v !== null && v !== '' && !(Array.isArray(v) && v.length === 0));
  return known.length === 0 ? null
    : el('dl', { class: 'tm-facts' }, known.map(([k, v]) => [el('dt', {}, words(k)), el('dd', {}, value(k, v))]));
}

function value(key, v) {
  if (v === null || v === undefined || v === '') return '–';
  if (typeof v === 'boolean') return v ? 'yes' : 'no';
  if (Array.isArray(v)) return v.every(x => typeof x !== 'object') ? v.join(', ') : v.map(x => el('div', {}, value(key, x)));
  if (typeof v === 'object') return v.name ?? v.title ?? factList(v) ?? '–';
  if (/hash|sha256/i.test(key)) return el('code', { title: v }, String(v).slice(0, 12));
  if (/^\d{4}-\d\d-\d\dT/.test(v)) return moment(v);
  if (/^\d{4}-\d\d-\d\d$/.test(v)) return day(v);
  if (/^(state|status|conclusion|rating|opinion|severity)$/.test(key)) return stateMark(v);
  return String(v);
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
