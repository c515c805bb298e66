import { post, put } from './api.js';
import { el } from './dom.js';
import { field, formOf } from './fields.js';
import { teamFields } from './team-fields.js';

/** What the partner and the manager do to an audit as a whole; each needs a reason that stands in the trail. */
export async function manage(audit, path, changed) {
  const team = await teamFields(audit.team);
  const suspended = audit.phase === 'suspended';
  return el('section', { class: 'tm-card tm-form tm-noprint' }, el('h2', {}, 'Manage'),
    part('Change the team', formOf(team.nodes, 'Save the team', async form => {
      await put(`${path}/team`, { team: team.read(form), version: audit.version });
      await changed();
    })),
    suspended ? withReason('Resume', 'resume') : withReason('Suspend', 'suspend'),
    withReason('Withdraw from this audit', 'withdraw'));

  function withReason(label, verb) {
    return part(label, formOf(field('reason', 'Reason', { required: true, rows: 3 }), label, async form => {
      await post(`${path}/${verb}`, { reason: form.elements.reason.value });
      await changed();
    }));
  }
}

const part = (title, form) => el('details', {}, el('summary', {}, title), form);
