import { act } from './api.js';
import { $, add, button, el, fill } from './dom.js';
import { asked } from './review-asked.js';
import { paper } from './review-paper.js';
import { tell, toast } from './toast.js';
import { dueMark, words } from './words.js';

const verdicts = { accept: '✓', return: '✗' };

/** What was decided and typed and is not sent, by task: going to the next request loses none of it. */
const kept = new Map();
export const unsaved = () => [...kept.values()].some(k => k.touched);

/** The answers that the form of the task offers for this field. */
function optionsOf(task, key) {
  const fields = [...task.form?.components ?? []];
  for (const f of fields) fields.push(...f.components ?? []);
  return fields.find(f => f.key === key)?.values ?? [];
}

/**
 * One request with its evidence: each file is accepted or returned, and the task is completed with that.
 * @param {{place: string, back: string, audit: string, step: (by: number) => void, decided: (id: string) => void}} events
 */
export function judge(box, task, request, events) {
  const given = new Set((task.data.fileOptions ?? []).map(f => f.value));
  const files = request.documents.filter(d => given.has(d.id));
  // a request may be answered in words alone
  const subjects = files.length > 0 ? files.map(f => f.id) : ['answer'];
  const state = kept.get(task.id) ?? { verdict: Object.fromEntries(files.filter(f => f.state === 'accepted').map(f => [f.id, 'accept'])), reason: '', note: '', again: true, touched: false };
  kept.set(task.id, state);
  let current = Math.max(subjects.findIndex(s => !state.verdict[s]), 0);

  const complete = act(`/api/tasks/${task.id}/complete`);
  const look = el('div', { class: 'tm-look' });
  const decide = el('section', { class: 'tm-card', 'aria-label': 'Decision' });
  const title = el('h1', { tabIndex: -1 }, task.subject || request.title);
  fill(box,
    el('header', {},
      el('a', { class: 'tm-back', href: events.back }, '‹ Queue'),
      el('p', { class: 'tm-crumbs' }, el('a', { href: events.audit }, task.engagementTitle), ' · Review'),
      title,
      el('div', { class: 'tm-row' }, dueMark(task.due), el('span', { class: 'tm-chip' }, words(request.kind)),
        request.confidential && el('span', { class: 'tm-mark tm-soon' }, 'Confidential'),
        events.place && el('span', { class: 'tm-quiet' }, events.place),
        button('Previous', () => events.step(-1), 'tm-little'), button('Next', () => events.step(1), 'tm-little'))),
    el('div', { class: 'tm-review' }, look,
      el('div', { class: 'tm-judge' }, decide, asked(task, request))));
  box.scrollTop = 0;
  title.focus({ preventScroll: true });

  const open = () => subjects.filter(s => !state.verdict[s]);
  const returned = () => subjects.filter(s => state.verdict[s] === 'return');

  function show() {
    paper(look, files, current, state.verdict, i => { current = i; show(); drawDecision(); });
  }

  function mark(verdict) {
    if (!task.mayDo) return;
    state.verdict[subjects[current]] = verdict;
    state.touched = true;
    const next = subjects.findIndex(s => !state.verdict[s]);
    if (verdict === 'accept' && next >= 0) current = next;
    show();
    drawDecision();
    if (verdict === 'return' && !state.reason) $('select', decide)?.focus();
    else if (next < 0) $('.tm-main', decide)?.focus();
    else $(`.tm-verdict .tm-${verdict === 'accept' ? 'yes' : 'no'}`, decide)?.focus();
  }

  const wrong = el('div', { role: 'alert' });

  function quiet() {
    wrong.className = '';
    fill(wrong);
  }

  function typed() {
    state.touched = true;
    quiet();
  }

  function drawDecision() {
    if (!task.mayDo) {
      return fill(decide, el('h2', {}, 'Decision'), el('p', { class: 'tm-note tm-soon' }, `This review is for the role ${words(task.role)}, or with somebody else.`));
    }
    const subject = subjects[current];
    const back = returned().length > 0;
    const mixed = back && returned().length < subjects.length;
    const left = open().length;
    quiet();
    const verdict = (value, label, key, look) => el('button', {
      type: 'button', class: `tm-button ${look}`, 'aria-pressed': String(state.verdict[subject] === value), 'aria-keyshortcuts': key, onclick: () => mark(value),
    }, `${verdicts[value]} ${label}`, el('kbd', { 'aria-hidden': 'true' }, key));
    return fill(decide, el('div', { class: 'tm-decide' },
      el('h2', {}, files.length > 1 ? `Decision on file ${current + 1} of ${files.length}` : 'Decision'),
      el('div', { class: 'tm-verdict' }, verdict('accept', 'Accept', '1', 'tm-yes'), verdict('return', 'Return', '3', 'tm-no')),
      back && reasons(),
      mixed && left === 0 && rest(),
      wrong,
      (left === 0 || files.length > 1) && button(goLabel(back, left), send, left === 0 ? 'tm-main' : ''),
      el('p', { class: 'tm-quiet tm-small' }, consequence(back, mixed, left))));
  }

  const goLabel = (back, left) => left > 0 ? 'Next file without a decision' : back && state.again ? 'Return and go on' : 'Accept and go on';

  const consequence = (back, mixed, left) => left > 0 ? (files.length > 1 ? `${left} of ${files.length} files to decide.` : 'What you accept goes into the file; what you return is asked for again.')
    : !back ? 'The evidence goes into the file. This is final.'
      : mixed && !state.again ? 'The request is accepted with the files that you accept. This is final.'
        : 'The control owner is asked again and reads your reason.';

  function reasons() {
    const select = el('select', { id: 'tm-reason', onchange: e => { state.reason = e.target.value; typed(); } },
      el('option', { value: '' }, 'Choose…'),
      optionsOf(task, 'returnReason').map(o => el('option', { value: o.value, selected: o.value === state.reason }, o.label)));
    const note = el('textarea', { id: 'tm-note', rows: 3, value: state.note, oninput: e => { state.note = e.target.value; typed(); } });
    return [
      el('div', { class: 'tm-field' }, el('label', { htmlFor: 'tm-reason' }, 'What is wrong with it?'), select),
      el('div', { class: 'tm-field' }, el('label', { htmlFor: 'tm-note' }, 'What should the client do?'), note),
    ];
  }

  function rest() {
    const choice = (again, label) => el('label', { class: 'tm-tick' },
      el('input', { type: 'radio', name: 'tm-rest', checked: state.again === again, onchange: () => { state.again = again; drawDecision(); } }), label);
    return el('fieldset', {}, el('legend', { class: 'tm-small tm-quiet' }, 'The files that you return'),
      choice(true, 'ask for them again'), choice(false, 'are not needed'));
  }

  function say(message, where) {
    wrong.className = 'tm-note tm-bad';
    fill(wrong, message);
    where?.focus();
  }

  function answers() {
    const back = returned();
    const again = back.length === subjects.length || (back.length > 0 && state.again);
    return {
      evidenceDecision: again ? 'return' : 'accept',
      ...(back.length > 0 && back.length < subjects.length && { filesNotAccepted: back }),
      ...(again && { returnReason: state.reason, returnNote: state.note.trim() }),
    };
  }

  async function send() {
    if (!task.mayDo) return;
    if (open().length > 0) {
      current = subjects.findIndex(s => !state.verdict[s]);
      show();
      drawDecision();
      say('Accept or return this one, too.');
      return;
    }
    const data = answers();
    if (data.evidenceDecision === 'return' && !data.returnReason) return say('Say what is wrong with it.', $('#tm-reason', decide));
    if (data.evidenceDecision === 'return' && !data.returnNote) return say('Say what the client should do.', $('#tm-note', decide));
    try {
      await complete({ version: task.version, data });
    } catch (error) {
      refused(error);
      return;
    }
    kept.delete(task.id);
    toast(`${data.evidenceDecision === 'accept' ? 'Accepted' : 'Returned'}: ${task.subject || request.title}`);
    await events.decided(task.id);
  }

  function refused(error) {
    if (error.name !== 'Problem') return tell(error);
    say([error.errors?.length ? error.errors.map(e => e.message).join(' ') : error.message]);
    // a model that was changed may ask for more than this page shows
    add(wrong, ' ', el('a', { href: `/tasks/${encodeURIComponent(task.id)}` }, 'Open the whole form'));
    return null;
  }

  function nextFile() {
    if (files.length < 2) return;
    current = (current + 1) % files.length;
    show();
    drawDecision();
  }

  show();
  drawDecision();
  return { mark, nextFile, send };
}
