/**
 * Builds DOM nodes. Text only ever becomes text nodes, so what people entered cannot become markup.
 * `on…` properties are listeners, `class` and `aria-…`/`data-…` attributes, null and false leave a property out.
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node && !name.includes('-') && name !== 'list') node[name] = value;
    else node.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : value);
  }
  return add(node, ...children);
}

export function add(node, ...children) {
  node.append(...children.flat(3).filter(c => c !== null && c !== undefined && c !== false && c !== ''));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, ...children);
}

export const $ = (selector, within = document) => within.querySelector(selector);

/** Grey bars in place of what is on its way. */
export const bones = (n = 3) => Array.from({ length: n }, () => el('div', { class: 'tm-bone', 'aria-hidden': 'true' }));

export const empty = (title, ...more) => el('div', { class: 'tm-empty' }, el('strong', {}, title), ...more);

/** A button that cannot be pressed twice while its action runs. */
export function button(label, action, look = '') {
  const node = el('button', { type: 'button', class: `tm-button ${look}`, onclick: () => busy(node, action) }, label);
  return node;
}

export async function busy(node, action) {
  if (node.getAttribute('aria-busy') === 'true') return undefined;
  node.setAttribute('aria-busy', 'true');
  node.disabled = true;
  try {
    return await action();
  } finally {
    node.removeAttribute('aria-busy');
    node.disabled = false;
  }
}
