import { add, bones, el, fill } from './dom.js';
import { changes } from './engagement-changes.js';
import { collectors } from './engagement-collectors.js';
import { legalHold } from './engagement-hold.js';
import { milestones } from './engagement-milestones.js';
import { requests } from './engagement-requests.js';
import { factList, facts, valueOf } from './facts.js';
import { listInto } from './table.js';
import { day, moment, reportName, stateMark, words } from './words.js';

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

const answers = [
  ['When', a => moment(a.at)],
  ['Task', a => el('div', {}, a.name, a.subject && el('div', { class: 'tm-small tm-quiet' }, a.subject))],
  ['Who', a => el('div', {}, a.person, el('div', { class: 'tm-small tm-quiet' }, words(a.role)))],
  ['Answers', a => el('details', {}, el('summary', {}, a.signed ? 'Signed' : 'Show'), factList(a.answers) ?? 'None')],
];

/**
 * The rest of an audit's page: each section asks for its own list, and is left out where this person may not look.
 * @param {(...roles: string[]) => boolean} holds whether the reader has one of these roles in the team
 */
export const sections = (path, holds) => [
  section('Milestones', box => milestones(box, path, holds('project-manager', 'audit-manager', 'audit-partner'))),
  section('Evidence requests', box => requests(box, path, holds('audit-partner', 'audit-manager', 'audit-senior', 'audit-staff'),
    holds('client-sponsor', 'client-compliance'))),
  section('Collectors', box => collectors(box, path, holds('client-sponsor', 'client-compliance', 'control-owner'))),
  section('Reports', box => listInto(box, `${path}/reports`, { caption: 'Reports', columns: reports, none: 'No draft yet.' })),
  section('Scope', box => facts(box, `${path}/scope`, 'The scope is not written yet.')),
  section('Changes', box => changes(box, path, holds('audit-partner', 'audit-manager', 'client-sponsor', 'client-compliance'))),
  section('Gaps', box => facts(box, `${path}/gaps`, 'No gap is known.')),
  section('Tests of controls', box => facts(box, `${path}/tests`, 'No test is planned yet.')),
  section('Deviations', box => facts(box, `${path}/findings`, 'No deviation was found.')),
  section('Sign-offs', box => facts(box, `${path}/signoffs`, 'Nothing is signed yet.')),
  section('Answers', box => listInto(box, `${path}/file`,
    { caption: 'What was answered on each task', columns: answers, none: 'No task is completed yet.' })),
  // the client is told nothing of it
  ...(holds('audit-partner', 'audit-manager', 'audit-senior', 'audit-staff', 'quality-reviewer')
    ? [section('Legal hold', box => legalHold(box, path, holds('audit-partner')))] : []),
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
