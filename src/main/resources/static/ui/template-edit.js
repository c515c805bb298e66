import { del, put } from './api.js';
import { add, button, el } from './dom.js';
import { field, formOf, tick } from './fields.js';
import { words } from './words.js';

const kinds = ['DOCUMENT', 'POPULATION', 'SAMPLE', 'CONFIGURATION', 'OBSERVATION'];
const split = text => text.split(/[,;]/).map(t => t.trim()).filter(Boolean);

/**
 * A template of the firm's, to be changed or deleted.
 * @param {(chosen?: string) => Promise<void>} done shows the templates anew, with this one chosen
 */
export const editing = (template, done) => [
  el('details', { class: 'tm-noprint' }, el('summary', {}, 'Change this template'), changing(template, done)),
  el('details', { class: 'tm-noprint' }, el('summary', {}, 'Delete this template'),
    formOf(el('p', {}, `${template.name} is gone for all audits of the firm. What was asked for by it stays asked for.`),
      'Delete it', async () => {
        await del(`/api/request-templates/${template.id}`);
        await done();
      })),
];

function changing(template, done) {
  const rows = el('div', { class: 'tm-form' });
  const name = field('name', 'Name', { required: true, maxLength: 200, value: template.name });
  template.lines.forEach(line => rows.append(row(line, rows)));
  number(rows);
  return formOf([name, rows], 'Save the template', async () => {
    number(rows);
    await put(`/api/request-templates/${template.id}`, {
      name: name.querySelector('input').value, version: template.version, lines: [...rows.children].map(read),
    });
    await done(template.id);
  }, button('Add a line', () => {
    const added = add(rows, row({ title: '', kind: 'DOCUMENT', criteria: [] }, rows)).lastElementChild;
    number(rows);
    added.querySelector('input').focus();
  }));
}

function row(line, rows) {
  const kind = field('kind', 'Kind', { options: kinds.map(k => [k, words(k)]) });
  kind.querySelector('select').value = line.kind;
  const node = el('fieldset', { class: 'tm-card' }, el('legend', {}), el('div', { class: 'tm-fields' },
    field('title', 'What is asked for', { required: true, value: line.title }),
    kind,
    field('criteria', 'Criteria with commas: CC6.1, CC6 or AVAILABILITY', { required: true, value: line.criteria.join(', ') }),
    field('dueDays', 'Due after how many days; empty for the usual', { type: 'number', min: 1, max: 365, value: line.dueDays ?? '' }),
    el('div', {}, tick('clientReview', 'yes', 'The client reviews it first', line.clientReview))),
  button('Take this line out', () => { node.remove(); number(rows); }, 'tm-little'));
  return node;
}

// what the server refuses, it says of lines[0].title and so on
function number(rows) {
  [...rows.children].forEach((node, i) => {
    node.querySelector('legend').textContent = `Line ${i + 1}`;
    for (const place of node.querySelectorAll('[data-field]')) {
      place.dataset.field = `lines[${i}].${place.dataset.field.split('.').pop()}`;
    }
  });
}

const read = node => {
  const value = name => node.querySelector(`[name="${name}"]`).value;
  return {
    title: value('title'), kind: value('kind'), criteria: split(value('criteria')),
    dueDays: value('dueDays') === '' ? null : Number(value('dueDays')),
    clientReview: node.querySelector('[name="clientReview"]').checked,
  };
};
