import { act } from './api.js';
import { $, button, el } from './dom.js';
import { field, formOf, tick } from './fields.js';
import { all } from './table.js';
import { words } from './words.js';

const categories = [
  ['SECURITY', 'Security'], ['AVAILABILITY', 'Availability'], ['PROCESSING_INTEGRITY', 'Processing integrity'],
  ['CONFIDENTIALITY', 'Confidentiality'], ['PRIVACY', 'Privacy'],
];
const firmRoles = ['audit-partner', 'audit-manager', 'audit-senior', 'audit-staff', 'quality-reviewer', 'project-manager'];
const clientRoles = ['client-sponsor', 'client-compliance', 'control-owner'];

/** The form that starts an engagement; on success the browser goes to its page. */
export async function engagementForm() {
  const [clients, people] = await Promise.all([all('/api/clients'), all('/api/people').catch(() => [])]);
  const reports = el('div', { class: 'tm-form' });
  let number = 0;
  const addReport = () => reports.append(reportFields(number++));
  addReport();

  const create = act('/api/engagements');
  return formOf([
    el('h2', {}, 'New audit'),
    el('div', { class: 'tm-fields' },
      field('client', 'Client', { required: true, options: [['', 'Choose'], ...clients.map(c => [c.id, c.name])] }),
      field('neededBy', 'Report needed by', { type: 'date' })),
    reports,
    el('div', {}, button('Another report', addReport, 'tm-little')),
    team('Audit firm', firmRoles, people),
    team('Client', clientRoles, []),
  ], 'Start the audit', async form => {
    const { id } = await create(read(form));
    location.assign(`/engagements/${id}`);
  });
}

function reportFields(n) {
  const of = name => `reports[${n}].${name}`;
  const box = el('fieldset', { 'data-report': n },
    el('legend', {}, 'Report'),
    el('div', { class: 'tm-fields' },
      field(of('reportType'), 'Report', { options: [['SOC2', 'SOC 2'], ['SOC1', 'SOC 1'], ['SOC3', 'SOC 3']] }),
      field(of('attestationType'), 'Type', { options: [['TYPE_II', 'Type II, over a period'], ['TYPE_I', 'Type I, at a date']] }),
      field(of('periodStart'), 'Period from', { type: 'date' }),
      field(of('periodEnd'), 'Period to', { type: 'date' }),
      field(of('asOf'), 'As of', { type: 'date' })),
    el('div', { class: 'tm-row', 'data-field': of('categories') },
      categories.map(([value, label]) => tick(of('categories'), value, label, value === 'SECURITY')),
      el('span', { class: 'tm-wrong', role: 'alert' })));
  const type = $(`[name="${of('attestationType')}"]`, box);
  const fit = () => {
    const period = type.value === 'TYPE_II';
    for (const [name, on] of [['periodStart', period], ['periodEnd', period], ['asOf', !period]]) {
      $(`[data-field="${of(name)}"]`, box).hidden = !on;
    }
  };
  type.addEventListener('change', fit);
  fit();
  return box;
}

function team(title, roles, people) {
  const list = `tm-people-${title.length}`;
  return el('fieldset', {},
    el('legend', {}, `${title}: user names, more than one with commas`),
    el('datalist', { id: list }, people.map(p => el('option', { value: p.username }, p.name))),
    el('div', { class: 'tm-fields' }, roles.map(role => field(`team.${role}`, words(role), {
      list, autocomplete: 'off', autocapitalize: 'none',
    }))));
}

const names = text => text.split(',').map(t => t.trim()).filter(Boolean);

function read(form) {
  const values = new FormData(form);
  const get = name => values.get(name) || undefined;
  const reports = [...form.querySelectorAll('[data-report]')].map(box => {
    const of = name => `reports[${box.dataset.report}].${name}`;
    const period = get(of('attestationType')) === 'TYPE_II';
    return {
      reportType: get(of('reportType')),
      attestationType: get(of('attestationType')),
      categories: values.getAll(of('categories')),
      ...(period ? { periodStart: get(of('periodStart')), periodEnd: get(of('periodEnd')) } : { asOf: get(of('asOf')) }),
    };
  });
  const people = [...firmRoles, ...clientRoles]
    .map(role => [role, names(values.get(`team.${role}`) ?? '')])
    .filter(([, found]) => found.length)
    .map(([role, found]) => [role, found.length === 1 ? found[0] : found]);
  return { client: get('client'), reports, team: Object.fromEntries(people), neededBy: get('neededBy') };
}
