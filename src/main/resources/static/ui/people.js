import { post, put } from './api.js';
import { button, el } from './dom.js';
import { field, formOf, tick } from './fields.js';
import { table } from './table.js';
import { tell } from './toast.js';
import { words } from './words.js';

/**
 * The people of one organisation.
 * @param {{caption: string, roles: string[], changed: (() => void)|null}} look the roles that exist there; `changed` is
 *     null for who may only read
 */
export function peopleTable(people, { caption, roles, changed }) {
  if (people.length === 0) return el('p', { class: 'tm-quiet' }, 'Nobody yet.');
  // in the first column, which a narrow screen shows, too
  const name = p => changed ? el('button', { type: 'button', class: 'tm-link', title: `Change ${p.username}`,
    onclick: () => editPerson(p, roles, changed) }, p.username) : p.username;
  return table([
    ['User name', name], ['Name', p => p.name], ['Mail', p => p.email ?? '–'],
    ['Roles', p => p.roles.map(words).join(', ') || '–'],
    ['Account', p => p.enabled ? 'active' : el('span', { class: 'tm-mark' }, 'disabled')],
  ], people, caption).node;
}

export function invite(path, roles, done) {
  const form = formOf(el('div', { class: 'tm-fields' },
    field('username', 'User name', { required: true, autocapitalize: 'none', autocomplete: 'off' }),
    field('name', 'Name', { required: true, autocomplete: 'off' }),
    field('email', 'Mail', { type: 'email', autocomplete: 'off' }),
    field('role', 'Role', { options: roles.map(r => [r, words(r)]) })), 'Invite', async ({ elements }) => {
    const { link } = await post(path, {
      username: elements.username.value, name: elements.name.value,
      email: elements.email.value || undefined, roles: [elements.role.value],
    });
    tellLink(link);
    await done();
  });
  return el('details', {}, el('summary', {}, 'Invite a person'), form);
}

function editPerson(person, roles, changed) {
  const path = `/api/people/${encodeURIComponent(person.username)}`;
  const anew = button('New invitation link', async () => {
    try {
      const { link } = await post(`${path}/invitation`);
      close();
      tellLink(link);
    } catch (error) { tell(error); }
  });
  const form = formOf([
    field('name', 'Name', { required: true, value: person.name }),
    field('email', 'Mail', { type: 'email', value: person.email ?? '' }),
    el('fieldset', { 'data-field': 'roles' }, el('legend', {}, 'Roles'),
      el('div', { class: 'tm-row' }, roles.map(r => tick('roles', r, words(r), person.roles.includes(r)))),
      el('span', { class: 'tm-wrong', role: 'alert' })),
    el('div', { 'data-field': 'enabled' }, tick('enabled', 'yes', 'May sign in', person.enabled),
      el('p', { class: 'tm-quiet tm-small' }, 'Without it, open sessions, tokens and invitations end at once.'),
      el('span', { class: 'tm-wrong', role: 'alert' })),
  ], 'Save', async ({ elements }) => {
    await put(path, {
      name: elements.name.value, email: elements.email.value,
      roles: [...elements.roles].filter(r => r.checked).map(r => r.value),
      enabled: elements.enabled.checked, version: person.version,
    });
    close();
    await changed();
  }, button('Cancel', () => close()), anew);
  const close = openDialog(`Change ${person.username}`, form);
}

function tellLink(link) {
  const close = openDialog('Hand this link over',
    el('p', {}, 'Whoever opens it chooses the password. It is shown only here.'),
    el('p', {}, el('a', { href: link }, new URL(link, location.href).href)),
    button('Done', () => close(), 'tm-main'));
}

function openDialog(title, ...children) {
  const heading = el('h2', { id: 'tm-dialog-title' }, title);
  const dialog = el('dialog', { 'aria-labelledby': heading.id, onclose: () => dialog.remove() }, heading, ...children);
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.close();
}
