import { del, post } from './api.js';
import { add, button, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { listInto } from './table.js';
import { tell } from './toast.js';
import { moment, stateMark } from './words.js';

const split = text => text.split(',').map(t => t.trim()).filter(Boolean);

/** The scripts that give evidence; the client's people make them, and who may end them is the server's to say. */
export async function collectors(box, path, mayMake) {
  const list = el('div');
  const told = el('div', { role: 'status' });
  const show = () => listInto(list, `${path}/collectors`, {
    caption: 'Collectors', none: 'No script gives evidence here.',
    columns: [
      ['Name', c => c.name],
      ['Gives evidence for', c => [...c.controls, ...c.requests].join(', ')],
      ['Made by', c => c.madeBy],
      ['Good until', c => moment(c.expires)],
      ['Last used', c => c.lastUsed ? moment(c.lastUsed) : 'never'],
      ['State', c => el('span', { class: 'tm-row' }, stateMark(c.state),
        c.state === 'active' && button('Revoke', () => del(`${path}/collectors/${c.id}`).then(show).catch(tell), 'tm-little'))],
    ],
  });
  await show();
  fill(box, list, told);
  if (mayMake) {
    add(box, el('details', { class: 'tm-noprint' }, el('summary', {}, 'Have a script give evidence'), make(path, told, show)));
  }
}

const make = (path, told, done) => formOf(el('div', { class: 'tm-fields' },
  field('name', 'Name of the script', { required: true, maxLength: 100 }),
  field('controls', 'Controls that it gives evidence for, with commas'),
  field('requests', 'Or requests, such as R-12, with commas'),
  field('days', 'Good for how many days', { type: 'number', min: 1, max: 366, value: 90 })), 'Make its token', async form => {
  const { name, controls, requests, days } = form.elements;
  const made = await post(`${path}/collectors`, {
    name: name.value, controls: split(controls.value), requests: split(requests.value), days: Number(days.value),
  });
  form.reset();
  fill(told, el('div', { class: 'tm-note tm-good' },
    el('p', {}, 'Shown only now, so keep it: ', el('code', {}, made.token)),
    el('p', {}, 'It can do nothing but this: ', el('code', {}, `curl --data-binary @file -H 'Authorization: Bearer ${made.token}' -H 'X-File-Name: file' `
      + `-H 'X-Source: …' -H "X-Extracted-At: $(date -u +%FT%TZ)" ${location.origin}/api/collect`))));
  await done();
});
