import { $, el } from './dom.js';

const stay = { bad: 12_000, good: 5_000 };

export function toast(message, kind = 'good', action = null) {
  const node = el('div', { class: `tm-toast tm-${kind}` }, message,
    action && el('button', { type: 'button', onclick: () => { node.remove(); action.run(); } }, action.label));
  $('#tm-toasts').append(node);
  setTimeout(() => node.remove(), stay[kind]);
}

/** Tells a failure that has no better place on the page; what cannot be told is a defect and goes to the console. */
export function tell(error, again = null) {
  if (error?.name === 'AbortError') return;
  if (error?.name !== 'Problem') console.error(error);
  toast(error?.name === 'Problem' ? error.message : 'This page ran into an error. Reload it and try again.', 'bad',
    again && { label: 'Try again', run: again });
}
