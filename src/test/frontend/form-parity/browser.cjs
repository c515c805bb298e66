// form-js in jsdom: what a person could enter through the screen, and what the form then decides.
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of ['document', 'KeyboardEvent', 'Element', 'HTMLElement', 'Node', 'Event', 'MutationObserver', 'getComputedStyle', 'DOMParser', 'navigator']) {
  globalThis[name] = window[name];
}
globalThis.window = window;
globalThis.requestAnimationFrame = window.requestAnimationFrame = (callback) => setTimeout(callback, 0);
globalThis.cancelAnimationFrame = window.cancelAnimationFrame = clearTimeout;
globalThis.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };

const { Form } = require('@bpmn-io/form-js-viewer');

const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const at = (data, path) => path.reduce((value, step) => (value == null ? undefined : value[step]), data);
const named = (id, indexes) => id + Object.values(indexes || {}).map((index) => `[${index}]`).join('');

/** Opens the form with what is known, enters the submission field by field as far as fields show up, and submits. */
async function fillIn(schema, known, submission) {
  const container = document.createElement('div');
  const form = new Form({ container, debounce: false });
  const screen = new Map();
  watch(form, screen);
  let changes = 0;
  form.on('changed', () => changes++);
  const settled = async () => {
    for (let seen = -1, quiet = 0; quiet < 3; quiet = seen === changes ? quiet + 1 : 0, seen = changes) {
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };

  await form.importSchema(copy(schema), copy(known));
  const entered = new Set();
  for (;;) {
    await settled();
    const next = shown(form).find(({ name, path }) => !entered.has(name) && at(submission, path) !== undefined && screen.has(name));
    if (!next) break;
    entered.add(next.name);
    const props = screen.get(next.name);
    if (props.field.type === 'dynamiclist') {
      await resize(form, screen, next, at(submission, next.path).length, settled);
    } else {
      props.onChange({ value: copy(at(submission, next.path)) });
    }
  }
  const { data, errors } = form.submit();
  const result = { data: copy(data), errors: flat(errors), asTyped: typed(form, submission, data) };
  form.destroy();
  return result;
}

// the component stays the original one; only the properties it is rendered with are noted
function watch(form, screen) {
  const components = form.get('formFields');
  for (const [type, original] of Object.entries(components._formFields)) {
    const watched = function (props) {
      screen.set(named(props.field.id, props.indexes), props);
      return type === 'filepicker' ? null : original.call(this, props); // the product brings its own file picker
    };
    watched.config = original.config;
    components.register(type, watched);
  }
}

function shown(form) {
  const fields = form.get('formFieldRegistry');
  return form.get('formFieldInstanceRegistry').getAll()
    .map(({ id, indexes, valuePath }) => ({ name: named(id, indexes), field: fields.get(id), path: valuePath }))
    .filter(({ field }) => field.type !== 'expression' && (field.key || field.type === 'dynamiclist'));
}

async function resize(form, screen, { name, field, path }, size, settled) {
  if (field.allowAddRemove === false) return;
  for (;;) {
    const rows = at(form._getState().data, path) || [];
    const { indexes, onChange } = screen.get(name);
    if (rows.length > size) {
      onChange({ field, indexes, value: rows.slice(0, -1) });
    } else if (rows.length < size) {
      const row = form._getInitializedFieldData(form._getState().data, {
        container: field, indexes: { ...indexes, [field.id]: rows.length } });
      onChange({ field, indexes, value: [...rows, row] });
    } else return;
    const before = rows.length;
    await settled();
    if ((at(form._getState().data, path) || []).length === before) return;
  }
}

// whether everything entered is still there: form-js takes away picks that are no longer among the options, and has no
// place for rows beyond those of a fixed list
function typed(form, submission, data) {
  return shown(form).every(({ field, path }) => {
    const value = at(submission, path);
    if (field.type === 'dynamiclist') return field.allowAddRemove !== false || !value || value.length <= at(form._getState().data, path).length;
    if (value === undefined || field.disabled) return true;
    return JSON.stringify(value) === JSON.stringify(at(data, path)) || at(data, path) === undefined;
  });
}

function flat(errors, prefix = '') {
  return Object.entries(errors || {}).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}[${key}]` : key;
    if (value == null) return [];
    return Array.isArray(value) && typeof value[0] === 'string' ? [name] : flat(value, name);
  });
}

module.exports = { fillIn };
