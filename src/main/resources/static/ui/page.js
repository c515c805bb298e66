// What every page has: the theme, who is signed in, signing out.
import { $ } from './dom.js';
import { session } from './session.js';

$('#tm-theme')?.addEventListener('click', () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', dark ? 'light' : 'dark');
});

if ($('#tm-session')) session().then(({ user, name }) => {
  const who = $('#tm-who');
  who.textContent = name;
  who.title = `Signed in as ${user}`;
}).catch(() => {});
