import { Problem } from './api.js';
import { $, add, busy, el, fill } from './dom.js';
import { tell } from './toast.js';

let count = 0;

/** A labelled input; `options` makes it a select, `rows` a text area, otherwise `type` is that of the input. */
export function field(name, label, { options, rows, hint, ...properties } = {}) {
  const id = `tm-field-${++count}`;
  const input = options
    ? el('select', { id, name, ...properties }, options.map(([value, text]) => el('option', { value }, text)))
    : el(rows ? 'textarea' : 'input', { id, name, ...(rows && { rows }), ...properties });
  input.setAttribute('aria-describedby', `${id}-wrong`);
  return el('div', { class: 'tm-field', 'data-field': name },
    el('label', { htmlFor: id }, label), input,
    hint && el('span', { class: 'tm-quiet tm-small' }, hint),
    el('span', { class: 'tm-wrong', id: `${id}-wrong`, role: 'alert' }));
}

export const tick = (name, value, label, checked = false) =>
  el('label', { class: 'tm-tick' }, el('input', { type: 'checkbox', name, value, checked }), label);

/**
 * A form that sends and shows what was refused at the field it names; nothing typed is ever cleared by an error.
 * @param {(form: HTMLFormElement) => Promise<void>} send
 * @param {...Node} more what stands beside the button
 */
export function formOf(children, label, send, ...more) {
  const summary = el('div', { role: 'alert' });
  const go = el('button', { class: 'tm-button tm-main' }, label);
  const form = el('form', { class: 'tm-form' }, children, summary, el('div', { class: 'tm-row' }, go, more));
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(go, async () => {
      clear(form, summary);
      try {
        await send(form);
      } catch (error) {
        if (error instanceof Problem) showProblem(form, summary, error);
        else tell(error);
      }
    });
  });
  return form;
}

function clear(form, summary) {
  summary.className = '';
  fill(summary);
  for (const wrong of form.querySelectorAll('.tm-wrong')) wrong.textContent = '';
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

function showProblem(form, summary, problem) {
  const elsewhere = [];
  for (const { field: path, message } of problem.errors) {
    const place = path && $(`[data-field="${CSS.escape(path)}"]`, form);
    if (!place) {
      elsewhere.push(path ? `${path}: ${message}` : message);
      continue;
    }
    $('.tm-wrong', place).textContent = message;
    $('input, select, textarea', place)?.setAttribute('aria-invalid', 'true');
  }
  summary.className = 'tm-note tm-bad';
  add(summary, problem.errors.length && elsewhere.length === 0 ? 'Some fields need your attention.' : problem.message,
    elsewhere.length > 0 && el('ul', {}, elsewhere.map(m => el('li', {}, m))));
  $('[aria-invalid]', form)?.focus();
}
