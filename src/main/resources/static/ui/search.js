// /search: evidence by name, by what a file says of itself and by its text. The address carries the words and filters.
import { get } from './api.js';
import { $, button, el, fill } from './dom.js';
import { contentOf } from './documents.js';
import { tell } from './toast.js';
import { counted, day, size, stateMark, words } from './words.js';

const filters = { client: 'Client', engagement: 'Audit', control: 'Control', kind: 'Kind', contentType: 'Type', state: 'State' };
const shown = { kind: words, state: words };

const asked = () => Object.fromEntries(new URLSearchParams(location.search));

function go(question) {
  const set = Object.entries(question).filter(([, value]) => value);
  history.pushState(null, '', `/search?${new URLSearchParams(set)}`);
  show().catch(tell);
}

/** The server's HTML has marks and encoded text in it, and of a document nothing else is ever made here. */
function marked(html) {
  const read = new DOMParser().parseFromString(html, 'text/html').body;
  return [...read.childNodes].map(node => node.nodeName === 'MARK' ? el('mark', {}, node.textContent) : node.textContent);
}

function hit(item) {
  const { name, details, text } = item.highlights;
  return el('li', {},
    el('div', { class: 'tm-row' },
      el('a', { href: contentOf(item.id), download: item.name }, name.length ? marked(name[0]) : item.name),
      stateMark(item.state), el('span', { class: 'tm-quiet tm-small' }, `${size(item.size)}, came ${day(item.uploadedAt)}`)),
    el('p', { class: 'tm-quiet tm-small' },
      el('a', { href: `/engagements/${item.engagement}` }, item.engagementTitle),
      item.reference && `, ${item.reference} ${item.requestTitle}`),
    details.map(piece => el('p', { class: 'tm-small' }, 'The file says of itself: ', marked(piece))),
    text.map(piece => el('p', { class: 'tm-small' }, '… ', marked(piece), ' …')));
}

function narrowing(facets, question) {
  return Object.entries(filters).map(([key, label]) => {
    const values = facets[key] ?? [];
    const name = value => (shown[key] ?? (v => v))(value.label);
    if (question[key]) {
      const chosen = values.find(value => value.value === question[key]);
      return el('p', { class: 'tm-row' }, el('span', { class: 'tm-quiet' }, label),
        button(`${chosen ? name(chosen) : question[key]} ✕`, () => go({ ...question, [key]: '' }), 'tm-little'));
    }
    return values.length > 1 && el('p', { class: 'tm-row' }, el('span', { class: 'tm-quiet' }, label),
      values.slice(0, 8).map(value => button(`${name(value)} (${value.count})`, () => go({ ...question, [key]: value.value }), 'tm-little')));
  });
}

async function show() {
  const question = asked();
  const input = $('#tm-words');
  if (input) input.value = question.q ?? '';
  const box = $('#tm-found');
  const first = await get('/api/search', question);
  if (first.items.length === 0) {
    return fill(box, narrowing(first.facets, question),
      el('p', { class: 'tm-quiet' }, first.complete
        ? 'Nothing was found. All words must be there; “in quotes” looks for them side by side, beg* for beginnings.'
        : 'Nothing was found yet: the index is being made. Search again in a moment.'));
  }
  const list = el('ul', { class: 'tm-files' }, first.items.map(hit));
  let cursor = first.next;
  const more = button('Show more', async () => {
    try {
      const page = await get('/api/search', { ...question, cursor });
      list.append(...page.items.map(hit));
      cursor = page.next;
      more.hidden = !cursor;
    } catch (error) { tell(error); }
  }, 'tm-little');
  more.hidden = !cursor;
  return fill(box, narrowing(first.facets, question),
    el('p', { class: 'tm-quiet' }, first.total === null ? 'The index is being made: something may be missing.' : counted(first.total, 'document')),
    list, more);
}

const form = el('form', { class: 'tm-row', role: 'search', 'aria-label': 'Documents', onsubmit: event => { event.preventDefault(); go({ ...asked(), q: form.elements.q.value.trim() }); } },
  el('input', { id: 'tm-words', class: 'tm-search', type: 'search', name: 'q', maxLength: 200, 'aria-label': 'Words', autocomplete: 'off' }),
  el('button', { class: 'tm-button tm-main' }, 'Search'));
fill($('#tm-question'), form);
window.addEventListener('popstate', () => show().catch(tell));
show().catch(error => fill($('#tm-found'), el('p', {}, error.message)));
