// /clients: the service organisations, their people and controls; and the firm's own people for an administrator.
import { get, post } from './api.js';
import { $, button, el, fill } from './dom.js';
import { controls } from './controls.js';
import { field, formOf } from './fields.js';
import { all, table } from './table.js';
import { words } from './words.js';

const clientRoles = ['client-sponsor', 'client-compliance', 'control-owner', 'project-manager'];
const firmRoles = ['audit-partner', 'audit-manager', 'audit-senior', 'audit-staff', 'quality-reviewer', 'project-manager', 'process-owner', 'admin'];

async function showClients(me) {
  const box = $('#tm-clients');
  const clients = await all('/api/clients');
  const list = clients.length === 0 ? el('p', { class: 'tm-quiet' }, 'There is no client yet.')
    : table([['Client', c => el('a', { href: `#${c.id}` }, c.name)]], clients, 'Clients').node;
  const fresh = el('details', {}, el('summary', {}, 'New client'),
    formOf(field('name', 'Name', { required: true }), 'Add the client', async form => {
      const { id } = await post('/api/clients', { name: form.elements.name.value });
      await showClients(me);
      location.hash = id;
    }));
  fill(box, list, leads(me) && fresh);
}

// the same rights that the server asks for; it decides
const leads = me => !me.client && has(me, 'admin', 'audit-manager', 'audit-partner');
const has = (me, ...roles) => me.roles.some(r => roles.includes(r));

async function showClient(me) {
  const id = decodeURIComponent(location.hash.slice(1)) || me.client;
  if (!id) return fill($('#tm-client'));
  const path = `/api/clients/${encodeURIComponent(id)}`;
  const client = await get(path);
  const manages = leads(me) || (me.client && has(me, 'client-compliance', 'client-sponsor'));
  return fill($('#tm-client'), el('section', { class: 'tm-card tm-form' },
    el('h2', {}, client.name),
    el('h3', {}, 'People'), peopleTable(client.people, 'People of the client'),
    manages && invite(`${path}/people`, clientRoles, () => showClient(me)),
    el('h3', {}, 'Controls'), controls(`${path}/controls`, manages || has(me, 'audit-senior'))));
}

const peopleTable = (people, caption) => people.length === 0 ? el('p', { class: 'tm-quiet' }, 'Nobody yet.')
  : table([
    ['User name', p => p.username], ['Name', p => p.name], ['Mail', p => p.email ?? '–'],
    ['Roles', p => p.roles.map(words).join(', ') || '–'],
    ['Account', p => p.enabled ? 'active' : el('span', { class: 'tm-mark' }, 'disabled')],
  ], people, caption).node;

function invite(path, roles, done) {
  const form = formOf(el('div', { class: 'tm-fields' },
    field('username', 'User name', { required: true, autocapitalize: 'none' }),
    field('name', 'Name', { required: true }),
    field('email', 'Mail', { type: 'email' }),
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

function tellLink(link) {
  const dialog = el('dialog', { 'aria-label': 'Invitation' },
    el('h2', {}, 'Hand this link over'),
    el('p', {}, 'Whoever opens it chooses the password. It is shown only here.'),
    el('p', {}, el('a', { href: link }, new URL(link, location.href).href)),
    button('Done', () => dialog.remove(), 'tm-main'));
  document.body.append(dialog);
  dialog.showModal();
}

async function showFirm(me) {
  if (me.client) return;
  const section = $('#tm-people');
  const people = await all('/api/people');
  section.hidden = false;
  fill($('div', section), peopleTable(people, 'People of the firm'), has(me, 'admin') && invite('/api/people', firmRoles, () => showFirm(me)));
}

const failed = place => error => {
  if (error.name !== 'Problem') console.error(error);
  fill(place, el('p', { class: 'tm-note tm-bad' }, error.message));
};

get('/api/me').then(me => {
  const showChosen = () => showClient(me).catch(failed($('#tm-client')));
  window.addEventListener('hashchange', showChosen);
  showClients(me).catch(failed($('#tm-clients')));
  showFirm(me).catch(failed($('#tm-people div')));
  showChosen();
}).catch(failed($('#tm-clients')));
