// /models: what is deployed, and how a process owner changes it: submit, a second owner's decision, roll back.
import { act, get, newKey, request } from './api.js';
import { $, button, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { showMove } from './models-move.js';
import { all, listInto, table } from './table.js';
import { tell, toast } from './toast.js';
import { moment, stateMark, words } from './words.js';

let me = null;
const isOwner = () => !me.client && me.roles.includes('process-owner');
const fileAddress = (release, name, of) =>
  `/api/releases/${release.id}/files/${encodeURIComponent(name)}?of=${of}`;

async function showModels() {
  const models = await all('/api/models');
  const newest = models.filter((m, i) => models.findIndex(o => o.key === m.key && o.kind === m.kind) === i);
  const running = key => models.filter(m => m.key === key && m.kind === 'process').reduce((n, m) => n + m.instances, 0);
  fill($('#tm-models'), table([
    ['Model', m => el('a', { href: `/api/models/${encodeURIComponent(m.key)}/versions/${m.version}/content`, download: m.file }, m.file)],
    ['Kind', m => words(m.kind)],
    ['Version', m => m.version],
    ['Running on it', m => m.kind === 'process' ? m.instances : '–'],
    ['Running on any', m => m.kind === 'process' ? running(m.key) : '–'],
    ['Deployed', m => moment(m.deployedAt)],
  ], newest, 'Deployed models').node);
}

async function showReleases() {
  const section = $('#tm-releases');
  section.hidden = false;
  await listInto($('div', section), '/api/releases', {
    caption: 'Releases', none: 'There is no release yet.',
    columns: [
      ['Release', r => `Release ${r.number}`],
      ['State', r => stateMark(r.state)],
      ['For', r => r.note ?? (r.origin === 'product' ? 'What the product brings' : '–')],
      ['Submitted', r => `${r.submittedByName}, ${moment(r.submittedAt)}`],
      ['Decided', r => r.decidedAt ? `${r.decidedByName ?? 'by itself'}, ${moment(r.decidedAt)}${r.reason ? `: ${r.reason}` : ''}` : '–'],
      ['', r => isOwner() && mayComeBack(r) ? again(r, r.bundle ? 'Bring back' : 'Submit again') : ''],
    ],
  });
}

const mayComeBack = r => r.state === 'replaced' || r.state === 'rejected' || r.state === 'withdrawn';

async function showWaiting() {
  const waiting = (await all('/api/releases')).filter(r => r.state === 'waiting');
  const section = $('#tm-waiting');
  section.hidden = waiting.length === 0;
  const whole = await Promise.all(waiting.map(r => get(`/api/releases/${r.id}`)));
  fill($('div', section), whole.map(release));
}

function release(r) {
  return el('article', { class: 'tm-form', 'aria-label': `Release ${r.number}` },
    el('h3', {}, `Release ${r.number}`),
    el('p', {}, `${r.submittedByName}, ${moment(r.submittedAt)}`, r.note && `: ${r.note}`),
    r.baseMoved && el('p', { class: 'tm-note tm-soon' },
      'Another release went live since. Submit this one again: it is completed anew from what is live now.'),
    files(r), findings(r.findings), isOwner() && decisions(r));
}

const files = r => table([
  ['File', f => f.name],
  ['Change', f => f.change === 'conflict' ? 'changed by the product and by the firm' : words(f.change)],
  ['Texts', f => el('span', { class: 'tm-row' },
    f.change !== 'added' && el('a', { href: fileAddress(r, f.name, 'base') }, 'live'),
    f.change !== 'removed' && f.change !== 'conflict' && el('a', { href: fileAddress(r, f.name, 'release') }, 'new'),
    f.change === 'conflict' && el('a', { href: fileAddress(r, f.name, 'product') }, 'the product’s'))],
], r.files, `What release ${r.number} changes`).node;

const findings = list => list.length > 0 && table([
  ['Where', f => [f.file, f.element].filter(Boolean).join(', ')],
  ['Weight', f => stateMark(f.severity)],
  ['Finding', f => f.message],
], list, 'Findings').node;

function decisions(r) {
  const mine = r.submittedBy === me.username;
  const conflicts = r.files.some(f => f.change === 'conflict');
  return el('div', { class: 'tm-form' },
    el('div', { class: 'tm-row' },
      !mine && !r.baseMoved && !conflicts && button('Approve', () => decide(`/api/releases/${r.id}/approve`, {},
        `Release ${r.number} is live: audits that begin from now on run on it.`), 'tm-main'),
      mine && button('Withdraw', () => decide(`/api/releases/${r.id}/withdraw`, {}, `Release ${r.number} is withdrawn.`)),
      (r.baseMoved || conflicts) && again(r, conflicts ? 'Submit with the firm’s texts' : 'Submit again')),
    mine && el('p', { class: 'tm-quiet tm-small' }, 'Another process owner approves or rejects what you submit.'),
    !mine && el('details', {}, el('summary', {}, 'Reject'),
      formOf(field('reason', 'Why', { required: true, rows: 2 }), 'Reject', async form => {
        await act(`/api/releases/${r.id}/reject`)({ reason: form.elements.reason.value });
        await show();
      })));
}

const again = (r, label) =>
  button(label, () => decide(`/api/releases/${r.id}/submit-again`, {}, 'It waits for another process owner.'), 'tm-little');

async function decide(path, body, done) {
  try {
    await act(path)(body);
    toast(done);
    await show();
  } catch (error) { tell(error); }
}

function submitForm() {
  const section = $('#tm-submit');
  section.hidden = false;
  const said = el('div', { role: 'status' });
  const form = formOf([
    el('p', { class: 'tm-quiet' }, 'Send what changes. It is completed from the live models, checked, and waits for another process owner.'),
    el('div', { class: 'tm-fields' },
      field('file', 'Models (.bpmn, .dmn, .form)', { type: 'file', multiple: true, accept: '.bpmn,.dmn,.form' }),
      field('remove', 'Take out', { hint: 'File names, separated by commas' }),
      field('note', 'What it is for', { maxLength: 2000 })),
    said,
  ], 'Submit', async () => {
    fill(said);
    const made = await send(form, '/api/models');
    form.reset();
    toast(`Release ${made.number} waits for another process owner.`);
    await show();
  });
  const check = button('Only check', async () => {
    try {
      const checked = await send(form, '/api/models/check');
      fill(said, el('p', { class: `tm-note ${checked.deployable ? 'tm-good' : 'tm-bad'}` },
        checked.deployable ? 'These models can be deployed.' : 'These models cannot be deployed.'), findings(checked.findings));
    } catch (error) { tell(error); }
  });
  form.lastElementChild.append(check);
  form.addEventListener('submit', () => fill(said), { capture: true });
  form.addEventListener('tm-findings', event => fill(said, findings(event.detail)));
  fill($('div', section), form);
}

async function send(form, path) {
  const body = new FormData();
  for (const file of form.elements.file.files) body.append('file', file);
  for (const name of form.elements.remove.value.split(',').map(n => n.trim()).filter(Boolean)) body.append('remove', name);
  if (form.elements.note.value.trim()) body.append('note', form.elements.note.value);
  try {
    return await request('POST', path, { body, headers: { 'Idempotency-Key': newKey() } });
  } catch (error) {
    if (error.findings?.length) form.dispatchEvent(new CustomEvent('tm-findings', { detail: error.findings }));
    throw error;
  }
}

async function show() {
  await showModels();
  if (me.client) return;
  await showWaiting();
  await showReleases();
  if (isOwner()) await showMove($('#tm-move'), show);
}

get('/api/me').then(async found => {
  me = found;
  if (isOwner()) submitForm();
  await show();
}).catch(tell);
