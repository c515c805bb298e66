// /engagements/{id}: one audit on one page.
import { get } from './api.js';
import { $, add, bones, el, fill } from './dom.js';
import { manage } from './engagement-manage.js';
import { sections } from './engagement-sections.js';
import { session } from './session.js';
import { day, dueMark, reportName, stateMark, words } from './words.js';

const id = decodeURIComponent(location.pathname.split('/')[2]);
const path = `/api/engagements/${encodeURIComponent(id)}`;
const periods = { before: 'period not begun', running: 'period running', over: 'period over' };
const way = ['proposal', 'scoping', 'readiness', 'remediation', 'fieldwork', 'reporting', 'issued', 'closed'];

async function show() {
  fill($('#tm-head'), bones(2));
  const audit = await get(path);
  document.title = `${audit.title} · Tickmark`;
  fill($('#tm-head'),
    el('p', { class: 'tm-crumbs' }, el('a', { href: '/engagements' }, 'Audits')),
    el('div', { class: 'tm-head' },
      el('h1', {}, audit.title),
      el('div', { class: 'tm-row' },
        el('a', { class: 'tm-button', href: `/engagements/${encodeURIComponent(id)}/description` }, 'System description'),
        el('a', { class: 'tm-button', href: `/tasks?engagement=${encodeURIComponent(id)}` },
          audit.openTasks >= 0 ? `Open tasks: ${audit.openTasks}` : 'Open tasks'))),
    el('p', { class: 'tm-row' }, el('span', { class: 'tm-quiet' }, audit.clientName), audit.health && stateMark(audit.health),
      audit.neededBy && ['Report needed by ', day(audit.neededBy), dueMark(audit.neededBy)],
      link(audit.previous, 'Last year’s audit'), link(audit.next, 'Next year’s audit')),
    missed(audit.missedOccurrences ?? []));
  add(fill($('#tm-sections')), phases(audit.phase), el('div', { class: 'tm-beside' }, reports(audit), team(audit.team)));
  const { user } = await session();
  const holds = (...roles) => roles.some(role => audit.team[role]?.includes(user));
  if (holds('audit-partner', 'audit-manager', 'audit-senior', 'audit-staff')) {
    $('#tm-head .tm-head .tm-row').prepend(el('a', { class: 'tm-button', href: `/engagements/${encodeURIComponent(id)}/review` }, 'Review evidence'));
  }
  for (const section of sections(path, holds)) $('#tm-sections').append(section);
  if (holds('audit-partner', 'audit-manager')) $('#tm-sections').append(await manage(audit, path, show));
}

const missed = list => list.length > 0 && el('div', { class: 'tm-note tm-bad' },
  el('strong', {}, `${list.length} recurring ${list.length === 1 ? 'collection was' : 'collections were'} missed`),
  el('ul', {}, list.map(m => el('li', {}, `${m.reference} ${m.title}: nothing had come by ${day(m.since)}`))));

const link = (other, text) => other && el('a', { href: `/engagements/${other}` }, text);

function phases(phase) {
  const here = way.indexOf(phase);
  return el('ol', { class: 'tm-way', 'aria-label': 'Phases' },
    way.map((name, i) => el('li', {
      class: i < here ? 'tm-done' : '', 'aria-current': i === here ? 'step' : null,
    }, words(name))),
    here < 0 && el('li', { 'aria-current': 'step' }, words(phase)));
}

function reports({ reports: list = [] }) {
  return el('section', { class: 'tm-card' }, el('h2', {}, 'What is examined'),
    list.length === 0 ? el('p', { class: 'tm-quiet' }, 'Scoping will decide which reports this audit carries.')
      : el('ul', { class: 'tm-plain' }, list.map(r => el('li', {},
        el('strong', {}, reportName(r)), ' ',
        r.asOf ? `as of ${day(r.asOf)}` : r.periodStart ? `${day(r.periodStart)} – ${day(r.periodEnd)}` : '', ' ',
        periods[r.period] && el('span', { class: 'tm-chip' }, periods[r.period]),
        el('div', { class: 'tm-quiet tm-small' }, (r.categories ?? []).map(words).join(', '))))));
}

function team(people) {
  const rows = Object.entries(people);
  return el('section', { class: 'tm-card' }, el('h2', {}, 'Team'),
    rows.length === 0 ? el('p', { class: 'tm-quiet' }, 'Nobody yet.')
      : el('dl', { class: 'tm-facts' }, rows.map(([role, who]) => [
        el('dt', {}, words(role)), el('dd', {}, who.join(', '))])));
}

show().catch(error => {
  if (error.name !== 'Problem') console.error(error);
  fill($('#tm-head'), el('h1', {}, 'This audit cannot be shown'), el('p', {}, error.message), el('a', { href: '/engagements' }, 'All audits'));
});
