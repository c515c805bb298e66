import { get, put } from './api.js';
import { $, add, bones, button, el, fill } from './dom.js';
import { comments } from './description-comments.js';
import { field, formOf } from './fields.js';
import { tell, toast } from './toast.js';
import { moment, reportName } from './words.js';

const LONGEST = 20_000;

/** One section: its text, the editor for those who write it, its versions and the auditors' comments. */
export function section(box, path, described, part, unsaved, done) {
  const at = `${path}/description/${encodeURIComponent(part.key)}`;
  fill(box,
    el('div', { class: 'tm-head' },
      el('h2', { tabIndex: -1 }, part.title),
      el('span', { class: 'tm-chip' }, part.criterion)),
    el('p', { class: 'tm-quiet' }, part.question),
    part.printedIn.length > 0 && el('p', { class: 'tm-small tm-quiet' },
      `Printed in: ${part.printedIn.map(reportType => reportName({ reportType })).join(', ')}.`),
    part.missing.length > 0 && el('div', { class: 'tm-note tm-soon' }, el('ul', {}, part.missing.map(m => el('li', {}, m)))),
    described.mayWrite ? editor(at, part, unsaved, done) : text(part),
    part.version > 0 && el('p', { class: 'tm-small tm-quiet' },
      `Version ${part.version}, ${part.writtenBy}, ${moment(part.writtenAt)}${part.writtenWith === 'page' ? '' : ', on a task'}.`),
    versions(at, part),
    comments(at, path, described, done));
}

const text = part => part.text ? el('div', { class: 'tm-written' }, part.text)
  : el('p', { class: 'tm-quiet' }, 'Nothing is written here.');

function editor(at, part, unsaved, done) {
  let version = part.version;
  const area = field('text', 'Text', { rows: 12, maxLength: LONGEST, value: unsaved.get(part.key) ?? part.text,
    hint: 'A blank line begins a new paragraph.' });
  const input = $('textarea', area);
  const typed = () => {
    const before = unsaved.has(part.key);
    if (input.value === part.text) unsaved.delete(part.key);
    else unsaved.set(part.key, input.value);
    if (before !== unsaved.has(part.key)) dispatchEvent(new Event('tm-typed'));
  };
  input.addEventListener('input', typed);
  const other = el('div');
  const form = formOf([other, area], 'Save', async () => {
    try {
      await put(at, { version, text: input.value });
    } catch (error) {
      if (error.status === 409) version = await theirs(at, other, version);
      throw error;
    }
    unsaved.delete(part.key);
    toast('Saved as a new version.');
    await done();
  });
  return el('div', {}, suggestions(part, input, typed), form);
}

/** What somebody else made of it meanwhile; the own text stays in the field, and saving again goes on from there. */
async function theirs(at, other, version) {
  const { to, pieces } = await get(`${at}/redline`, { from: version });
  fill(other, el('p', {}, `What has changed since version ${version}. Bring it into your text, then save again.`), redline(pieces));
  return to;
}

function suggestions(part, input, typed) {
  if (part.suggestions.length === 0) return null;
  return el('details', { open: part.text === '' }, el('summary', {}, 'What the file proposes'),
    part.suggestions.map(proposed => el('div', { class: 'tm-note' },
      el('p', { class: 'tm-small tm-quiet' }, `From ${proposed.from}`),
      el('p', { class: 'tm-written' }, proposed.text),
      button('Take over', () => {
        input.value = [input.value.trim(), proposed.text].filter(Boolean).join('\n\n');
        typed();
        input.focus();
      }, 'tm-little'))));
}

function versions(at, part) {
  if (part.version === 0) return null;
  const box = el('div', {}, bones(1));
  const node = el('details', {}, el('summary', {}, part.version === 1 ? 'One version' : `${part.version} versions`), box);
  node.addEventListener('toggle', () => {
    if (node.open) compare(box, at).catch(tell);
  }, { once: true });
  return node;
}

async function compare(box, at) {
  const { items } = await get(`${at}/versions`);
  const options = items.map(v => [v.version, `Version ${v.version}, ${v.writtenBy}, ${moment(v.writtenAt)}`]);
  const newest = items[0].version;
  const from = field('from', 'Compare', { options: [...options, [0, 'Nothing written yet']] });
  const to = field('to', 'with', { options });
  $('select', from).value = newest - 1;
  $('select', to).value = newest;
  const shown = el('div', { role: 'region', 'aria-label': 'What changed', tabIndex: 0 });
  const show = async () => {
    try {
      const { pieces } = await get(`${at}/redline`, { from: $('select', from).value, to: $('select', to).value });
      fill(shown, redline(pieces));
    } catch (error) { tell(error); }
  };
  for (const select of [from, to]) select.addEventListener('change', show);
  fill(box, el('div', { class: 'tm-fields' }, from, to), shown);
  await show();
}

function redline(pieces) {
  const tags = { inserted: 'ins', deleted: 'del' };
  const node = el('div', { class: 'tm-redline' });
  for (const { kind, text: words } of pieces) {
    // a screen reader says neither of the two elements by itself
    add(node, tags[kind] ? el(tags[kind], {}, el('span', { class: 'tm-unseen' }, ` [${kind}: `), words, el('span', { class: 'tm-unseen' }, '] ')) : words);
  }
  return pieces.length === 0 ? el('p', { class: 'tm-quiet' }, 'Both are empty.') : node;
}
