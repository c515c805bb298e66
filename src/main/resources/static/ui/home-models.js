import { el } from './dom.js';
import { counted, moment } from './words.js';

/** For process owners: releases that wait for a decision, and processes that stand still. */
export function models(told) {
  if (!told) return null;
  const { waiting, stuck } = told;
  return el('section', { class: 'tm-card', 'aria-labelledby': 'tm-process' },
    el('div', { class: 'tm-head' }, el('h2', { id: 'tm-process' }, 'Models and processes'), el('a', { href: '/models', class: 'tm-small' }, 'All models')),
    waiting.length === 0 && stuck.length === 0 && el('p', { class: 'tm-quiet' },
      'No release waits for a decision, and no process stands still. A change that somebody submits appears here, for a second process owner to decide.'),
    waiting.length > 0 && el('ul', { class: 'tm-plain' }, waiting.map(release)),
    stuck.length > 0 && [el('h3', {}, 'Standing still'), el('ul', { class: 'tm-plain' }, stuck.map(stopped))]);
}

const release = r => el('li', {},
  el('a', { href: '/models' }, `Release ${r.number}`), ' ',
  el('span', { class: `tm-mark ${r.own ? '' : 'tm-soon'}` }, r.own ? 'waits for another owner' : 'waits for your decision'),
  el('div', { class: 'tm-quiet tm-small' }, `from ${r.by}, ${moment(r.at)}`, r.note && `: ${r.note}`));

const stopped = s => el('li', {},
  el('span', { class: 'tm-mark tm-bad' }, counted(s.many, 'step')), ' ',
  el('a', { href: `/processes/${encodeURIComponent(s.process)}` }, s.process), ' at ', el('code', {}, s.element),
  el('div', { class: 'tm-quiet tm-small' }, `since ${moment(s.since)}`));
