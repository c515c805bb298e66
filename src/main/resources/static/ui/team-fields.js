import { el } from './dom.js';
import { field } from './fields.js';
import { words } from './words.js';

const sides = {
  'Audit firm': ['audit-partner', 'audit-manager', 'audit-senior', 'audit-staff', 'quality-reviewer', 'project-manager'],
  Client: ['client-sponsor', 'client-compliance', 'control-owner'],
};

/**
 * Who holds which role, as user names.
 * @param {Object<string, string[]>} team who holds them now
 * @returns {{nodes: Node[], suggest: (people: object[]) => void, read: (form: HTMLFormElement) => object}}
 */
export function teamFields(team = {}) {
  const list = el('datalist', { id: 'tm-team' });
  const nodes = Object.entries(sides).map(([side, roles]) => el('fieldset', {},
    el('legend', {}, `${side}: user names, more than one with commas`),
    el('div', { class: 'tm-fields' }, roles.map(role => field(`team.${role}`, words(role), {
      list: list.id, autocomplete: 'off', autocapitalize: 'none', value: (team[role] ?? []).join(', '),
    })))));
  return {
    nodes: [list, ...nodes],
    suggest: people => list.replaceChildren(...people.map(p => el('option', { value: p.username }, p.name))),
    read: form => Object.fromEntries(Object.values(sides).flat()
      .map(role => [role, names(form.elements[`team.${role}`].value)])
      .filter(([, found]) => found.length)),
  };
}

const names = text => text.split(',').map(t => t.trim()).filter(Boolean);
