// /engagements/{id}/description: the system description, written by management and reviewed by the auditors.
import { get } from './api.js';
import { $, bones, el, fill } from './dom.js';
import { register } from './description-register.js';
import { section } from './description-section.js';
import { counted, day, stateMark } from './words.js';

const id = decodeURIComponent(location.pathname.split('/')[2]);
const path = `/api/engagements/${encodeURIComponent(id)}`;
const REGISTER = 'register';

/** What was typed and not saved, by section: going to another one and back loses nothing. */
const unsaved = new Map();
let described = null;
let entries = 0;

async function load() {
  const [answer, incidents] = await Promise.all([get(`${path}/description`), get(`${path}/incidents`, { limit: 200 })]);
  described = answer;
  entries = incidents.items.length;
  showHead();
  showMissing();
  showParts();
}

let audit = null;
function showHead() {
  document.title = `System description · ${audit.title} · Tickmark`;
  const complete = described.state === 'complete';
  fill($('#tm-head'),
    el('p', { class: 'tm-crumbs' }, el('a', { href: '/engagements' }, 'Audits'), ' / ', el('a', { href: `/engagements/${encodeURIComponent(id)}` }, audit.title)),
    el('h1', {}, 'System description'),
    el('p', { class: 'tm-quiet' }, complete
      ? `Completed by ${described.completedBy} on ${day(described.completedAt)}. This text goes into the report; it is open again when the auditors send the work back.`
      : described.mayWrite ? 'Management’s own words on its system. You write it here, by section, or on the tasks that ask for it: it is one text.'
        : 'Management’s own words on its system, by section. Each version stays.'));
}

function showMissing() {
  const { missing } = described;
  fill($('#tm-missing'), missing.length === 0
    ? el('p', { class: 'tm-note tm-good' }, 'Nothing is missing of what the description criteria ask for.')
    : el('details', { class: 'tm-note tm-soon', open: missing.length <= 5 },
      el('summary', {}, `Missing: ${counted(missing.length, 'point')}`),
      el('ul', {}, missing.map(m => el('li', {}, el('a', { href: `#${m.section}` }, m.criterion), ' ', m.message)))));
}

const chosen = () => {
  const key = location.hash.slice(1);
  return key === REGISTER || described.sections.some(s => s.key === key) ? key : described.sections[0].key;
};

const parts = el('div');
// on a narrow screen the list stands above the text, and is folded so that the text is seen
$('#tm-parts').append(el('details', { open: !matchMedia('(max-width: 860px)').matches }, el('summary', {}, 'Sections'), parts));

function showParts() {
  const here = chosen();
  const part = (key, criterion, title, ...marks) => el('li', {},
    el('a', { href: `#${key}`, 'aria-current': key === here ? 'true' : null },
      el('span', { class: 'tm-quiet' }, criterion), el('span', {}, title),
      el('span', { class: 'tm-marks' }, marks)));
  fill(parts, el('ol', {},
    described.sections.map(s => part(s.key, s.criterion, s.title, s.missing.length === 0 && stateMark(s.state),
      unsaved.has(s.key) && el('span', { class: 'tm-mark tm-soon' }, 'Not saved'),
      s.missing.length > 0 && el('span', { class: 'tm-mark tm-soon' }, `${s.missing.length} missing`),
      s.openComments > 0 && el('span', { class: 'tm-mark tm-bad' }, counted(s.openComments, 'open comment')))),
    part(REGISTER, '', 'Register of incidents and changes', el('span', { class: 'tm-mark' }, counted(entries, 'entry', 'entries')))));
}

function showPart() {
  const key = chosen();
  const box = $('#tm-part');
  if (key === REGISTER) return register(box, path, described, refresh);
  return section(box, path, described, described.sections.find(s => s.key === key), unsaved, refresh);
}

/** After a change: what is missing and the marks follow, and the part that was changed is shown anew. */
async function refresh() {
  await load();
  await showPart();
}

addEventListener('hashchange', () => {
  showParts();
  showPart();
  $('#tm-part h2')?.focus();
});
addEventListener('beforeunload', event => {
  if (unsaved.size > 0) event.preventDefault();
});
addEventListener('tm-typed', showParts);

async function begin() {
  fill($('#tm-part'), bones(3));
  audit = await get(path);
  await refresh();
}

begin().catch(error => {
  if (error.name !== 'Problem') console.error(error);
  fill($('#tm-head'), el('h1', {}, 'This description cannot be shown'), el('p', {}, error.message), el('a', { href: '/engagements' }, 'All audits'));
  fill($('#tm-part'));
});
