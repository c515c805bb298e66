import { put } from './api.js';
import { button, el } from './dom.js';
import { tell } from './toast.js';
import { day, moment, words } from './words.js';

const request = f => `${f.reference}${f.title ? ` ${f.title}` : ''}`;

/** What happened, as a sentence about the entry's facts; an event that is not here is told by its own name. */
const sentences = {
  'milestone-reached': f => `Milestone reached: ${f.milestone}`,
  'milestone-replanned': (f, who) => `${who} planned ${f.milestone} for ${day(f.to)}`,
  'phase-begun': f => `${words(f.phase)} has begun`,
  'evidence-provided': (f, who) => `${who} gave evidence for ${request(f)}`,
  'evidence-accepted': f => `Evidence accepted: ${request(f)}`,
  'evidence-returned': (f, who) => `${who} returned ${request(f)}`,
  'request-raised': (f, who) => `${who} asked for ${request(f)}`,
  'request-withdrawn': (f, who) => `${who} withdrew ${request(f)}`,
  'request-escalated': f => `Overdue and escalated: ${request(f)}`,
  'occurrence-missed': f => `A recurring collection was missed: ${request(f)}`,
  'workpaper-returned': (f, who) => `${who} returned the workpaper of ${f.control}`,
  'workpaper-approved': (f, who) => `${who} approved the workpaper of ${f.control}`,
  'deviation-found': f => `Deviation ${f.deviation} found in ${f.control}`,
  'deviation-answered': (f, who) => `${who} answered deviation ${f.deviation}`,
  'change-asked': (f, who) => `${who} asked for change ${f.reference}`,
  'change-approved': (f, who) => `${who} approved change ${f.reference}`,
  'change-refused': f => `Change ${f.reference} was refused`,
};

const said = item => {
  const who = item.who === 'system' ? 'Tickmark' : item.who;
  const sentence = sentences[item.event];
  return sentence ? sentence(item.facts, who) : `${words(item.event)}${item.who === 'system' ? '' : ` (${who})`}`;
};

const FIRST = 8;

/** What one person did over and over is told once. */
function grouped(items) {
  const groups = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && ['who', 'event', 'engagement'].every(key => last[0][key] === item[key])) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

const entry = ([item, ...alike]) => el('li', {},
  el('span', {}, said(item), alike.length > 0 && el('span', { class: 'tm-quiet' }, `, and ${alike.length} more like it`)),
  el('span', { class: 'tm-quiet tm-small' },
    el('time', { dateTime: item.at }, moment(item.at)), el('a', { href: `/engagements/${item.engagement}` }, item.engagementTitle)));

/** What others did since the reader last said that all is seen. */
export function news({ since, items }, seen) {
  const groups = grouped(items);
  const more = groups.slice(FIRST);
  return el('section', { class: 'tm-card', 'aria-labelledby': 'tm-new' },
    el('div', { class: 'tm-head' },
      el('h2', { id: 'tm-new' }, since ? 'Since you were here' : 'What happened'),
      items.length > 0 && button('Seen', () => mark(items).then(seen).catch(tell), 'tm-little')),
    since && el('p', { class: 'tm-quiet tm-small' }, `Seen up to ${moment(since)}`),
    items.length === 0 && el('p', { class: 'tm-quiet' }, since ? 'Nothing new.' : 'What others do on your audits appears here.'),
    el('ul', { class: 'tm-news' }, groups.slice(0, FIRST).map(entry)),
    more.length > 0 && el('details', {}, el('summary', {}, `${more.length} more`), el('ul', { class: 'tm-news' }, more.map(entry))));
}

function mark(items) {
  const seen = {};
  for (const { engagement, seq } of items) seen[engagement] = Math.max(seen[engagement] ?? 0, seq);
  return put('/api/home/seen', { seen });
}
