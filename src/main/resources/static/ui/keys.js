import { $ } from './dom.js';

const OFF = 'keys-off';
const on = () => localStorage.getItem(OFF) === null;

/**
 * Keys without Ctrl or Alt, for who works through many things alike. They are silent while something is typed, and can be
 * switched off (WCAG 2.1.4): speech input says letters that nobody pressed. `?` tells them.
 * @param {Record<string, () => void>} acts by key
 */
export function singleKeys(acts) {
  const help = $('#tm-keys-help');
  const box = $('#tm-keys-on');
  const open = () => { box.checked = on(); help.showModal(); };
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  });
  $('#tm-keys').addEventListener('click', open);
  document.addEventListener('keydown', e => {
    if (!on() || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (e.target.closest('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]')) return;
    const act = e.key === '?' ? open : acts[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });
}
