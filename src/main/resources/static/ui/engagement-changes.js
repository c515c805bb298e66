import { act } from './api.js';
import { $, add, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { all, listInto } from './table.js';
import { day, stateMark, words } from './words.js';

const kinds = ['SCOPE', 'PERIOD', 'METHOD', 'TEAM', 'TERMS'];
const reasons = {
  MISUNDERSTANDING: 'What was agreed had been misunderstood',
  READERS_NEEDS: 'The readers of the report need something else',
  COMPONENT_ADDED: 'A part of the system or a service has been added',
  COMPONENT_REMOVED: 'A part of the system or a service has been removed',
  SUBSERVICE_ACCESS_LOST: 'Access to a subservice organisation has been lost',
  PERIOD_CHANGED: 'Another period is needed',
  OTHER: 'Another reason',
};

/** What was asked to change after the scope was agreed; those who agreed on the letter ask for more. */
export async function changes(box, path, mayAsk) {
  const list = el('div');
  const show = () => listInto(list, `${path}/changes`, {
    caption: 'Changes', none: 'No change was asked for.',
    columns: [
      ['Change', c => c.reference],
      ['What', c => el('details', {}, el('summary', {}, words(c.kind)), el('p', {}, c.description), moved(c))],
      ['Why', c => reasons[c.reasonCode] ?? words(c.reasonCode)],
      ['Asked', c => [c.askedBy, ' ', day(c.askedAt)]],
      ['Decided', c => c.decidedBy ? [c.decidedBy, ' ', day(c.decidedAt), el('div', { class: 'tm-small' }, c.decisionReason)] : '–'],
      ['State', c => stateMark(c.state)],
    ],
  });
  await show();
  fill(box, list);
  if (!mayAsk) return;
  const roles = (await all('/api/roles')).filter(r => !r.retired);
  add(box, el('details', { class: 'tm-noprint' }, el('summary', {}, 'Ask for a change'), ask(path, roles, show)));
}

const moved = c => [
  c.newPeriodEnd && `The report reaches to ${day(c.newPeriodEnd)} instead of ${day(c.formerPeriodEnd)}.`,
  ...Object.entries(c.team).map(([role, people]) => `${words(role)}: ${people.join(', ') || 'nobody'}.`),
  c.neededBy && `The report is needed by ${day(c.neededBy)}.`,
].filter(Boolean).map(text => el('p', { class: 'tm-quiet' }, text));

function ask(path, roles, done) {
  const raise = act(`${path}/changes`);
  const kind = field('kind', 'What changes', { options: kinds.map(k => [k, words(k)]) });
  const until = field('newPeriodEnd', 'The report reaches to', { type: 'date', hint: 'The last day of the period, or the date of a Type I.' });
  const role = field('role', 'Role that changes hands', { options: roles.map(r => [r.key, r.name]) });
  const people = field('team', 'Everybody who is to hold it', { autocomplete: 'off', autocapitalize: 'none', hint: 'User names, more than one with commas' });
  const neededBy = field('neededBy', 'The report is needed by', { type: 'date' });
  const fit = () => {
    const what = $('select', kind).value;
    until.hidden = what !== 'PERIOD';
    role.hidden = people.hidden = what !== 'TEAM';
    neededBy.hidden = what !== 'TERMS';
  };
  kind.addEventListener('change', fit);
  fit();
  return formOf([
    el('p', { class: 'tm-quiet' }, 'The partner decides. What is agreed amends the letter, and the client’s sponsor agrees to it.'),
    el('div', { class: 'tm-fields' }, kind, field('reasonCode', 'Why', { options: Object.entries(reasons) }), until, role, people, neededBy),
    field('description', 'What changes, in detail', { required: true, rows: 3 }),
  ], 'Ask for the change', async form => {
    const { kind: what, reasonCode, description, newPeriodEnd, role: held, team, neededBy: by } = form.elements;
    const names = team.value.split(',').map(name => name.trim()).filter(Boolean);
    await raise({
      kind: what.value, reasonCode: reasonCode.value, description: description.value,
      newPeriodEnd: what.value === 'PERIOD' ? newPeriodEnd.value || undefined : undefined,
      team: what.value === 'TEAM' ? { [held.value]: names } : undefined,
      neededBy: what.value === 'TERMS' ? by.value || undefined : undefined,
    });
    form.reset();
    fit();
    await done();
  });
}
