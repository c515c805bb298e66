import { get, post } from './api.js';
import { bones, button, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { tell } from './toast.js';
import { moment, stateMark } from './words.js';

/** The auditors' comments on a section or on an entry of the register; management answers those that are shared. */
export function comments(at, path, described, done) {
  const list = el('div', {}, bones(1));
  const show = async () => {
    const { items } = await get(`${at}/comments`);
    fill(list, items.length === 0 ? el('p', { class: 'tm-quiet' }, 'No comment.')
      : el('ul', { class: 'tm-notes' }, items.map(c => look(c, path, described, done))));
  };
  show().catch(error => fill(list, error.message));
  return el('section', { 'aria-label': 'Comments' }, el('h3', {}, 'Comments'), list,
    described.mayComment && el('details', { class: 'tm-noprint' }, el('summary', {}, 'Write a comment'),
      formOf(el('div', { class: 'tm-form' },
        field('kind', 'For whom', { options: [['shared', 'Shared: management reads and answers it'], ['internal', 'Internal: only the auditors']] }),
        field('text', 'Comment', { required: true, rows: 3 })), 'Write', async form => {
        const { kind, text } = form.elements;
        await post(`${at}/comments`, { kind: kind.value, text: text.value });
        await done();
      })));
}

function look(comment, path, described, done) {
  const internal = comment.kind === 'internal';
  const open = comment.state === 'open';
  const at = `${path}/comments/${comment.id}`;
  const settle = async () => {
    try {
      await post(`${at}/${open ? 'resolve' : 'reopen'}`);
      await done();
    } catch (error) { tell(error); }
  };
  return el('li', { class: `tm-note ${internal ? 'tm-internal' : 'tm-shared'}` },
    el('p', { class: 'tm-row tm-small' },
      stateMark(comment.state),
      el('span', { class: `tm-mark ${internal ? 'tm-soon' : ''}` }, internal ? 'Internal: the auditors only' : 'Shared'),
      el('span', { class: 'tm-quiet' }, `${comment.by}, ${moment(comment.at)}${comment.version ? `, on version ${comment.version}` : ''}`)),
    el('p', { class: 'tm-written' }, comment.text),
    comment.answers.length > 0 && el('div', { class: 'tm-answers' }, comment.answers.map(a => el('div', {},
      el('p', { class: 'tm-small tm-quiet' }, `${a.by}, ${a.side === 'firm' ? 'audit firm' : 'client'}, ${moment(a.at)}`),
      el('p', { class: 'tm-written' }, a.text)))),
    comment.resolvedBy && el('p', { class: 'tm-small tm-quiet' }, `Resolved by ${comment.resolvedBy}, ${moment(comment.resolvedAt)}.`),
    el('div', { class: 'tm-row tm-noprint' },
      (described.mayComment || described.mayRecord) && el('details', {}, el('summary', {}, 'Answer'),
        formOf(field('text', 'Answer', { required: true, rows: 2 }), 'Answer', async form => {
          await post(`${at}/answers`, { text: form.elements.text.value });
          await done();
        })),
      described.mayComment && button(open ? 'Resolve' : 'Open again', settle, 'tm-little')));
}
