// /: what is late, due and returned, how the audits stand, and what others did meanwhile; each person finds their own.
import { get } from './api.js';
import { $, el, fill } from './dom.js';
import { audits } from './home-audits.js';
import { models } from './home-models.js';
import { news } from './home-news.js';
import { firstTask, returned, summary, todo } from './home-tasks.js';
import { now } from './words.js';

const today = () => now().toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

async function show() {
  const home = await get('/api/home');
  const start = firstTask(home);
  fill($('#tm-greeting'), el('div', { class: 'tm-greet' },
    el('div', {}, el('h1', {}, today()), el('p', { class: 'tm-quiet' }, summary(home))),
    start && el('a', { class: 'tm-button tm-main', href: start.href, 'aria-description': start.name },
      'Start with the first')));
  const work = [returned(home.returned ?? []), todo(home)];
  const stand = audits(home);
  const box = $('#tm-home');
  // who keeps the models and is on no team has nothing to expect from audits
  const apart = home.models && home.audits.items.length === 0 && home.tasks.open === 0;
  fill(box, el('div', {}, models(home.models), !apart && (home.audits.leads ? [stand, work] : [work, stand])),
    !apart && el('div', {}, news(home.news, show)));
  box.classList.add('tm-wide');
  box.removeAttribute('aria-busy');
}

show().catch(error => {
  if (error.name !== 'Problem') console.error(error);
  fill($('#tm-home'), el('p', { class: 'tm-note tm-bad' }, error.message), el('p', {}, el('a', { href: '/tasks' }, 'To the tasks')));
});
