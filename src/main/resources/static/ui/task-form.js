import { Form } from '../vendor/form-viewer.js';
import { act, post } from './api.js';
import { $, button, el, fill } from './dom.js';
import { countErrors, placeErrors } from './form-errors.js';
import { fileFields } from './form-files.js';
import { tell } from './toast.js';
import { clock } from './words.js';

const DRAFT_AFTER_MS = 800;

/**
 * What was entered so far, without what is only shown: next time the server may show something newer. Rows of a list
 * stay whole. form-js has no public way to read answers without validating them: internal, one place, version pinned.
 */
function answersOf(form) {
  const answers = form._getSubmitData();
  const fields = form.get('formFieldRegistry');
  for (const { id, valuePath } of form.get('formFieldInstanceRegistry').getAllKeyed()) {
    if (fields.get(id)?.readonly !== true || valuePath.some(Number.isInteger)) continue;
    const inside = valuePath.slice(0, -1).reduce((node, step) => node?.[step], answers);
    if (inside) delete inside[valuePath.at(-1)];
  }
  return answers;
}
const showErrors = (form, errors) => form._setState({ errors });

/**
 * Shows a task's form, keeps its draft on the server and completes it.
 * @param {{readOnly: boolean, completed: (following: object[]) => void, reload: (entries: object) => void}} options
 * @returns {Promise<{leave: () => Promise<void>, unsaved: () => boolean, entries: () => object}>}
 */
export async function taskForm(box, task, { readOnly, completed, reload }) {
  const files = {
    uploadTo: `/api/tasks/${task.id}/documents`,
    known: new Map((task.documents ?? []).map(d => [d.id, d])),
    uploading: new Set(),
  };
  const place = el('div', { class: 'tm-formbox' });
  const summary = el('div', { role: 'alert' });
  const status = el('span', { class: 'tm-quiet tm-small', role: 'status' });
  const complete = button('Complete task', () => submit(), 'tm-main');
  fill(box, place, !readOnly && el('div', { class: 'tm-foot' }, summary, complete, status));

  // `debounce` would let a re-render reset what was typed less than 300 ms ago
  const form = new Form({ container: place, debounce: false, properties: { readOnly }, additionalModules: [fileFields(files)] });
  await form.importSchema(task.form, task.data ?? {});

  let touched = false;
  let saved = null;
  let timer = null;
  let saving = Promise.resolve();
  let over = readOnly;
  const changed = () => touched && !over && JSON.stringify(answersOf(form)) !== saved;

  // fields come and tidy their values in their own time, the calendar with events of its own: only what a person does makes a draft
  const touch = event => {
    if (!event.isTrusted) return;
    if (!touched) saved = JSON.stringify(answersOf(form));
    touched = true;
  };
  for (const event of ['input', 'change', 'click', 'keydown', 'drop']) place.addEventListener(event, touch, true);

  // left with Tab, the calendar would stay open and lie over what comes next
  place.addEventListener('focusout', ({ target, relatedTarget }) => {
    const calendar = target._flatpickr;
    if (calendar?.isOpen && !calendar.calendarContainer.contains(relatedTarget)) calendar.close();
  });

  function save(options) {
    clearTimeout(timer);
    if (!changed()) return saving;
    const data = answersOf(form);
    saved = JSON.stringify(data);
    saving = post(`/api/tasks/${task.id}/draft`, { data }, options)
      .then(() => { status.textContent = `Draft saved ${clock(new Date())}`; })
      .catch(error => { saved = null; status.textContent = `Draft not saved: ${error.message}`; });
    return saving;
  }
  form.on('changed', () => {
    clearTimeout(timer);
    if (touched) timer = setTimeout(save, DRAFT_AFTER_MS);
  });
  const onHide = () => document.visibilityState === 'hidden' && save({ keepalive: true });
  document.addEventListener('visibilitychange', onHide);

  const send = act(`/api/tasks/${task.id}/complete`);
  function submit() {
    if (over) return undefined;
    if (files.uploading.size) return say('Files are still on their way. Wait for them or cancel them, then complete the task.');
    const { data, errors } = form.submit();
    const wrong = countErrors(errors);
    return wrong ? refuse(wrong, []) : finish(data);
  }

  async function finish(data) {
    say();
    clearTimeout(timer);
    await saving;
    try {
      const following = await send({ version: task.version, data });
      over = true;
      completed(following);
    } catch (error) {
      if (error.status === 422) refused(error);
      else if (error.status === 409) say(error.message, ' Your entries are kept.', button('Load the current version, keep my entries', () => reload(data), 'tm-little'));
      else if (error.name === 'Problem') say(error.message);
      else tell(error);
    }
  }

  function refused(error) {
    const { tree, elsewhere } = placeErrors(form, error.errors);
    showErrors(form, tree);
    if (error.errors.length === 0) say(error.message);
    else refuse(countErrors(tree), elsewhere);
  }

  function refuse(wrong, elsewhere) {
    say(wrong > 0 && `${wrong === 1 ? 'One field needs' : `${wrong} fields need`} your attention.`,
      elsewhere.length > 0 && el('ul', {}, elsewhere.map(m => el('li', {}, m))));
    // the marks come with the next render; who has gone on typing by then is left alone
    if (wrong > 0) setTimeout(() => place.contains(document.activeElement)
      || $('.fjs-has-errors :is(input, textarea, select, button)', place)?.focus(), 60);
  }

  function say(...what) {
    summary.className = what.length ? 'tm-note tm-bad' : '';
    fill(summary, ...what);
  }

  // Enter in a text field would complete the task by accident; a button of the form may
  place.addEventListener('submit', e => {
    e.preventDefault();
    e.stopPropagation();
    if (e.submitter) submit();
  }, true);
  box.addEventListener('keydown', e => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) complete.click();
  });

  return {
    unsaved: () => files.uploading.size > 0 || changed(),
    entries: () => touched ? answersOf(form) : {},
    async leave() {
      document.removeEventListener('visibilitychange', onHide);
      await save();
      over = true;
      clearTimeout(timer);
      if (place.contains(document.activeElement)) document.activeElement.blur(); // form-js stumbles over a blur after its end
      form.destroy();
    },
  };
}
