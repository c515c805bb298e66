// /clients: the service organisations, their people and controls; and the firm's own people for an administrator.
import { get, post, request } from './api.js';
import { $, button, el, fill } from './dom.js';
import { importResult } from './controls-import.js';
import { field, formOf } from './fields.js';
import { all, table } from './table.js';
import { words } from './words.js';

const clientRoles = ['client-sponsor', 'client-compliance', 'control-owner'];
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
  fill(box, list, may(me) && fresh);
}

const may = me => (me.roles ?? []).some(r => ['admin', 'audit-manager', 'audit-partner'].includes(r));

async function showClient() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id) return fill($('#tm-client'));
  const path = `/api/clients/${encodeURIComponent(id)}`;
  const client = await get(path);
  return fill($('#tm-client'), el('section', { class: 'tm-card tm-form' },
    el('h2', {}, client.name),
    el('h3', {}, 'People'), peopleTable(client.people ?? []), invite(`${path}/people`, clientRoles, showClient),
    el('h3', {}, 'Controls'), controls(path)));
}

const peopleTable = people => people.length === 0 ? el('p', { class: 'tm-quiet' }, 'Nobody yet.')
  : table([
    ['User name', p => p.username], ['Name', p => p.name], ['Mail', p => p.email ?? '–'],
    ['Roles', p => (p.roles ?? []).map(words).join(', ') || '–'],
  ], people, 'People').node;

function invite(path, roles, done) {
  const result = el('div', { role: 'status' });
  const form = formOf(el('div', { class: 'tm-fields' },
    field('username', 'User name', { required: true, autocapitalize: 'none' }),
    field('name', 'Name', { required: true }),
    field('email', 'Mail', { type: 'email' }),
    field('role', 'Role', { options: roles.map(r => [r, words(r)]) })), 'Invite', async ({ elements }) => {
    const answer = await post(path, {
      username: elements.username.value, name: elements.name.value,
      email: elements.email.value || undefined, roles: [elements.role.value],
    });
    await done();
    const link = answer.link ?? answer.invitation;
    if (link) tellLink(link);
  });
  return el('details', {}, el('summary', {}, 'Invite a person'), form, result);
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

function controls(path) {
  const result = el('div', { role: 'status' });
  const file = el('input', { type: 'file', name: 'file', accept: '.csv,.xlsx', required: true });
  const send = async dryRun => {
    if (!file.files.length) return fill(result, el('p', { class: 'tm-wrong' }, 'Choose a file first.'));
    const body = new FormData();
    body.append('file', file.files[0]);
    try {
      const answer = await request('POST', `${path}/controls/import${dryRun ? '?dryRun=true' : ''}`, { body });
      return fill(result, importResult(answer, dryRun));
    } catch (error) {
      return fill(result, el('div', { class: 'tm-note tm-bad' }, error.message,
        error.errors?.length > 0 && el('ul', {}, error.errors.map(e => el('li', {}, `${e.field}: ${e.message}`)))));
    }
  };
  return el('div', { class: 'tm-form' },
    el('label', { class: 'tm-field' }, el('span', {}, 'A file of controls, CSV or XLSX'), file),
    el('div', { class: 'tm-row' }, button('Try without importing', () => send(true)), button('Import', () => send(false), 'tm-main')),
    result);
}

async function showFirm(me) {
  if (!(me.roles ?? []).includes('admin')) return;
  const section = $('#tm-people');
  const people = await all('/api/people');
  section.hidden = false;
  fill($('div', section), peopleTable(people), invite('/api/people', firmRoles, () => showFirm(me)));
}

const failed = place => error => {
  if (error.name !== 'Problem') console.error(error);
  fill(place, el('p', { class: 'tm-note tm-bad' }, error.message));
};
const showChosen = () => showClient().catch(failed($('#tm-client')));

window.addEventListener('hashchange', showChosen);
get('/api/me').then(me => {
  showClients(me).catch(failed($('#tm-clients')));
  showFirm(me).catch(failed($('#tm-people div')));
  showChosen();
}).catch(failed($('#tm-clients')));
