import { post } from './api.js';
import { el } from './dom.js';
import { field, formOf, tick } from './fields.js';
import { all, table } from './table.js';

const sides = { FIRM: 'Audit firm', CLIENT: 'Client', EITHER: 'Either' };

/** The roles that a team can hold, and a form that adds one; for administrators. */
export async function newRole(done) {
  const roles = await all('/api/roles');
  const form = formOf(el('div', { class: 'tm-fields' },
    field('key', 'Key', { required: true, maxLength: 40, autocapitalize: 'none', autocomplete: 'off', hint: 'As models name it, such as internal-audit. It stays for ever.' }),
    field('name', 'Name', { required: true, maxLength: 60, autocomplete: 'off' }),
    field('side', 'Held by people of', { options: [['CLIENT', 'the client'], ['FIRM', 'the audit firm']] }),
    field('standIns', 'Stand-ins', { autocomplete: 'off', autocapitalize: 'none', hint: 'Keys of roles, with commas; they act while nobody holds it.' }),
    el('div', { 'data-field': 'seesWorkpapers' }, tick('seesWorkpapers', 'yes', 'Sees workpapers'),
      el('span', { class: 'tm-wrong', role: 'alert' }))), 'Add the role', async ({ elements }) => {
    await post('/api/roles', {
      key: elements.key.value, name: elements.name.value, side: elements.side.value,
      standIns: elements.standIns.value.split(',').map(t => t.trim()).filter(Boolean),
      seesWorkpapers: elements.seesWorkpapers.checked,
    });
    await done();
  });
  return el('details', {}, el('summary', {}, 'Roles'), table([
    ['Key', r => r.key], ['Name', r => r.name], ['Side', r => sides[r.side]],
    ['Stand-ins', r => r.standIns.join(', ') || '–'],
    ['', r => r.retired ? el('span', { class: 'tm-mark' }, 'retired') : ''],
  ], roles, 'Roles').node, form);
}
