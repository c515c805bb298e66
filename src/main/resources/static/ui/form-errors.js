const parts = path => String(path ?? '').replace(/\[(\d+)]/g, '.$1').split('.').filter(Boolean);

/**
 * Finds the form's field for each of the server's errors, by its path (`samples[0].ticket`) or its component's id.
 * @returns {{tree: object, elsewhere: string[]}} errors as form-js keeps them, and messages that no visible field takes
 */
export function placeErrors(form, errors) {
  const instances = form.get('formFieldInstanceRegistry').getAllKeyed();
  const tree = {};
  const elsewhere = [];
  for (const error of errors) {
    const path = parts(error.field).join('.');
    const instance = instances.find(i => i.valuePath.join('.') === path)
      ?? instances.find(i => [i.id, ...Object.values(i.indexes ?? {})].join('.') === path)
      ?? instances.find(i => i.id === error.component);
    if (instance) put(tree, [instance.id, ...Object.values(instance.indexes ?? {})], error.message);
    else elsewhere.push(error.message);
  }
  return { tree, elsewhere };
}

function put(tree, path, message) {
  let node = tree;
  for (const step of path.slice(0, -1)) node = node[step] ??= {};
  const last = path.at(-1);
  node[last] = [...(node[last] ?? []), message];
}

export function countErrors(tree) {
  return Array.isArray(tree) ? 1 : Object.values(tree ?? {}).reduce((n, branch) => n + countErrors(branch), 0);
}
