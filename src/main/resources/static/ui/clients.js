// /clients: the service organisations, their people and controls; and the firm's own people for an administrator.
import { get, post } from './api.js';
import { $, el, fill } from './dom.js';
import { controls } from './controls.js';
import { field, formOf } from './fields.js';
import { invite, peopleTable } from './people.js';
import { newRole } from './roles.js';
import { all, table } from './table.js';

const rolesOf = async other => (await all('/api/roles')).filter(r => r.side !== other && !r.retired).map(r => r.key);

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
  const clientRoles = await rolesOf('FIRM');
  const changed = () => showClient(me);
  const manages = leads(me) || (me.client && has(me, 'client-compliance', 'client-sponsor'));
  return fill($('#tm-client'), el('section', { class: 'tm-card tm-form' },
    el('h2', {}, client.name),
    el('h3', {}, 'People'),
    peopleTable(client.people, { caption: 'People of the client', roles: clientRoles, changed: manages ? changed : null }),
    manages && invite(`${path}/people`, clientRoles, changed),
    el('h3', {}, 'Controls'), controls(`${path}/controls`, manages || has(me, 'audit-senior'))));
}

async function showFirm(me) {
  if (me.client) return;
  const section = $('#tm-people');
  const [people, roles] = await Promise.all([all('/api/people'), rolesOf('CLIENT')]);
  const firmRoles = [...roles, 'process-owner', 'admin'];
  const changed = has(me, 'admin') ? () => showFirm(me) : null;
  section.hidden = false;
  fill($('div', section), peopleTable(people, { caption: 'People of the firm', roles: firmRoles, changed }),
    changed && invite('/api/people', firmRoles, changed),
    changed && await newRole(changed));
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
