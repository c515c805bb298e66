import { act } from './api.js';
import { $, button, el } from './dom.js';
import { field, formOf, tick } from './fields.js';
import { all } from './table.js';
import { teamFields } from './team-fields.js';

const categories = [
  ['SECURITY', 'Security'], ['AVAILABILITY', 'Availability'], ['PROCESSING_INTEGRITY', 'Processing integrity'],
  ['CONFIDENTIALITY', 'Confidentiality'], ['PRIVACY', 'Privacy'],
];
/** The form that starts an engagement; on success the browser goes to its page. */
export async function engagementForm() {
  const [clients, firm] = await Promise.all([all('/api/clients'), all('/api/people')]);
  const team = await teamFields();
  team.suggest(firm);
  const client = field('client', 'Client', { required: true, options: [['', 'Choose'], ...clients.map(c => [c.id, c.name])] });
  client.addEventListener('change', async e => {
    const theirs = e.target.value ? await all(`/api/clients/${e.target.value}/people`).catch(() => []) : [];
    team.suggest([...firm, ...theirs]);
  });
  const reports = el('div', { class: 'tm-form' });
  const addReport = () => reports.append(reportFields(reports.childElementCount));
  addReport();

  const create = act('/api/engagements');
  return formOf([
    el('h2', {}, 'New audit'),
    el('div', { class: 'tm-fields' },
      client,
      field('title', 'Title', { maxLength: 200, hint: 'Empty: client, report and year.' }),
      field('neededBy', 'Report needed by', { type: 'date' })),
    reports,
    el('div', { class: 'tm-row' },
      button('Another report', addReport, 'tm-little'),
      button('Remove the last', () => reports.lastChild?.remove(), 'tm-little'),
      el('span', { class: 'tm-quiet tm-small' }, 'With no report here, scoping decides.')),
    team.nodes,
  ], 'Start the audit', async form => {
    const { id } = await create(read(form, team.read(form)));
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
  const report = $(`[name="${of('reportType')}"]`, box);
  const type = $(`[name="${of('attestationType')}"]`, box);
  const fit = () => {
    const period = type.value === 'TYPE_II';
    $(`[data-field="${of('categories')}"]`, box).hidden = report.value === 'SOC1';
    for (const [name, on] of [['periodStart', period], ['periodEnd', period], ['asOf', !period]]) {
      $(`[data-field="${of(name)}"]`, box).hidden = !on;
    }
  };
  report.addEventListener('change', fit);
  type.addEventListener('change', fit);
  fit();
  return box;
}

function read(form, team) {
  const values = new FormData(form);
  const get = name => values.get(name) || undefined;
  const reports = [...form.querySelectorAll('[data-report]')].map(box => {
    const of = name => `reports[${box.dataset.report}].${name}`;
    const period = get(of('attestationType')) === 'TYPE_II';
    return {
      reportType: get(of('reportType')),
      attestationType: get(of('attestationType')),
      categories: get(of('reportType')) === 'SOC1' ? [] : values.getAll(of('categories')),
      ...(period ? { periodStart: get(of('periodStart')), periodEnd: get(of('periodEnd')) } : { asOf: get(of('asOf')) }),
    };
  });
  return { client: get('client'), title: get('title'), reports, team, neededBy: get('neededBy') };
}
