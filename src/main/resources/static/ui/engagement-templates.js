import { get, post, request } from './api.js';
import { add, button, el, fill } from './dom.js';
import { field } from './fields.js';
import { table } from './table.js';
import { editing } from './template-edit.js';
import { tell } from './toast.js';
import { words } from './words.js';

/** Asking for what the firm asks of many clients, with a rehearsal; and keeping the templates themselves. */
export async function templates(path, done) {
  const box = el('div', { class: 'tm-form' });
  const result = el('div', { role: 'status' });
  const { roles } = await get('/api/me');
  const writes = (roles ?? []).some(role => ['audit-manager', 'audit-partner'].includes(role));
  const show = async chosen => {
    const { items } = await get('/api/request-templates');
    const choice = field('template', 'Template', { options: items.map(t => [t.id, `${t.name} (${t.lines.length})`]) });
    const select = choice.querySelector('select');
    if (items.some(t => t.id === chosen)) select.value = chosen;
    const due = field('due', 'Due; empty for the template’s own days', { type: 'date' });
    const kept = el('div');
    const about = () => fill(kept, keeping(items.find(t => t.id === select.value), writes, show));
    select.addEventListener('change', about);
    about();
    const ask = async dryRun => {
      try {
        fill(result, outcome(await post(`${path}/requests/template?dryRun=${dryRun}`, {
          template: select.value, due: due.querySelector('input').value || undefined,
        })));
      } catch (error) { return tell(error); }
      return dryRun ? result : done();
    };
    fill(box, choice, due, el('div', { class: 'tm-row' },
      button('Try without asking', () => ask(true)), button('Ask for all of it', () => ask(false), 'tm-main')), result,
    kept, writes && taking(show));
  };
  await show();
  return box;
}

const outcome = ({ dryRun, created, skipped, lines }) => [
  el('p', { class: 'tm-note tm-good' }, dryRun ? 'Nothing was asked for; this is what would be: ' : 'Asked for: ',
    `${created} created, ${skipped} skipped.`),
  table([['Line', l => l.line], ['Request', l => l.title], ['Outcome', l => words(l.outcome)],
    ['Controls', l => l.controls.join(', ')], ['Why', l => l.why]], lines, 'Lines of the template').node,
];

const keeping = (template, writes, done) => [
  el('details', {}, el('summary', {}, 'What this template asks for'),
    table([['Request', l => l.title], ['Kind', l => words(l.kind)], ['Criteria', l => l.criteria.join(', ')],
      ['Due after', l => l.dueDays ? `${l.dueDays} days` : 'the usual'], ['Client reviews first', l => l.clientReview ? 'yes' : 'no']],
    template.lines, `Lines of ${template.name}`).node,
    el('p', { class: 'tm-row' }, 'Take it along:', ['xlsx', 'csv'].map(format =>
      el('a', { href: `/api/request-templates/${template.id}/export?format=${format}` }, format.toUpperCase())))),
  writes && (template.shipped
    ? el('p', { class: 'tm-quiet' }, 'This template came with the product and stays. To change it, take it along and import it under a name of your own.')
    : editing(template, done)),
];

function taking(done) {
  const name = field('name', 'Its name; one of the same name is replaced', { maxLength: 200 });
  const file = el('input', { type: 'file', id: 'tm-template-file', accept: '.csv,.xlsx' });
  const take = button('Import the template', async () => {
    if (!file.files.length) return;
    const body = new FormData();
    body.append('file', file.files[0]);
    try {
      await request('POST', `/api/request-templates/import?name=${encodeURIComponent(name.querySelector('input').value)}`, { body });
      await done();
    } catch (error) { tell(error); }
  });
  return add(el('details', {}, el('summary', {}, 'Import another template')),
    el('p', { class: 'tm-quiet' }, 'Columns: title, kind, criteria; also due_days, client_review. '
      + 'Criteria are CC6.1, a series CC6 or a category such as AVAILABILITY.'),
    name, el('div', { class: 'tm-field' }, el('label', { htmlFor: file.id }, 'CSV or XLSX'), file), take);
}
