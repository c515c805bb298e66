import { el } from './dom.js';
import { counted, day, dueMark, healthMark, words } from './words.js';

/** How the reader's audits stand, those in trouble first. */
export function audits({ audits: { items }, tasks }) {
  if (items.length === 0) return null;
  return el('section', { class: 'tm-card', 'aria-labelledby': 'tm-stand' },
    el('div', { class: 'tm-head' }, el('h2', { id: 'tm-stand' }, 'Your audits'), el('a', { href: '/engagements', class: 'tm-small' }, 'All audits')),
    el('ul', { class: 'tm-audits' }, items.map(audit => card(audit, tasks.late.filter(l => l.engagement === audit.id)))));
}

function card(audit, late) {
  return el('li', { class: `tm-${audit.health}` },
    el('div', { class: 'tm-line' }, el('a', { href: `/engagements/${audit.id}` }, audit.title), healthMark(audit.health)),
    el('p', { class: 'tm-quiet tm-small' }, words(audit.phase), audit.neededBy && `, report needed by ${day(audit.neededBy)}`),
    audit.next && el('p', {}, 'Next: ', audit.next.name, ' ', el('span', { class: 'tm-quiet' }, day(audit.next.planned ?? audit.next.forecast)), ' ',
      dueMark(audit.next.planned)),
    audit.risk && el('p', { class: 'tm-small' }, risk(audit.risk)),
    late.length > 0 && blockers(audit, late));
}

const risk = r => `${r.name} is expected ${day(r.forecast)}, ${counted(r.late, 'working day')} after ${
  r.needed ? 'it is needed' : 'the plan'} (${day(r.due)}).`;

/** Who has what is late: what stands between the audit and its next milestone. */
function blockers(audit, late) {
  const people = new Map();
  for (const { assignee, role, mine, many } of late) {
    const who = mine && assignee ? 'you' : assignee ?? `nobody yet (${words(role).toLowerCase()})`;
    people.set(who, (people.get(who) ?? 0) + many);
  }
  const total = late.reduce((sum, l) => sum + l.many, 0);
  return el('p', { class: 'tm-small' },
    el('a', { href: `/tasks?due=overdue&engagement=${encodeURIComponent(audit.id)}` }, `${total} late`),
    ': ', [...people].map(([who, many]) => `${many} with ${who}`).join(', '));
}
