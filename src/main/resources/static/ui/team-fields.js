import { el } from './dom.js';
import { field } from './fields.js';
import { all } from './table.js';

/**
 * Who holds which role, as user names; a retired role only where somebody holds it still.
 * @param {Object<string, string[]>} team who holds them now
 * @returns {Promise<{nodes: Node[], suggest: (people: object[]) => void, read: (form: HTMLFormElement) => object}>}
 */
export async function teamFields(team = {}) {
  const roles = (await all('/api/roles')).filter(r => !r.retired || team[r.key]);
  const sides = {
    'Audit firm': roles.filter(r => r.side !== 'CLIENT'),
    Client: roles.filter(r => r.side === 'CLIENT'),
  };
  const list = el('datalist', { id: 'tm-team' });
  const nodes = Object.entries(sides).map(([side, own]) => el('fieldset', {},
    el('legend', {}, `${side}: user names, more than one with commas`),
    el('div', { class: 'tm-fields' }, own.map(({ key, name }) => field(`team.${key}`, name, {
      list: list.id, autocomplete: 'off', autocapitalize: 'none', value: (team[key] ?? []).join(', '),
    })))));
  return {
    nodes: [list, ...nodes],
    suggest: people => list.replaceChildren(...people.map(p => el('option', { value: p.username }, p.name))),
    read: form => Object.fromEntries(roles
      .map(({ key }) => [key, names(form.elements[`team.${key}`].value)])
      .filter(([, found]) => found.length)),
  };
}

const names = text => text.split(',').map(t => t.trim()).filter(Boolean);
