import { put } from './api.js';
import { el } from './dom.js';
import { field, formOf } from './fields.js';
import { listInto } from './table.js';
import { day } from './words.js';

/** The plan of an audit; who may plan can move what has not been reached. */
export function milestones(box, path, mayPlan) {
  const show = () => listInto(box, `${path}/milestones`, {
    caption: 'Milestones', none: 'The plan is made during scoping.',
    columns: [
      ['Milestone', m => m.name],
      ['Planned', m => mayPlan && !m.actual ? replan(m) : day(m.planned)],
      ['Baseline', m => day(m.baseline)],
      ['Forecast', m => day(m.forecast)],
      ['Actual', m => m.actual ? el('strong', {}, day(m.actual)) : '–'],
    ],
  });
  const replan = m => el('details', {}, el('summary', {}, day(m.planned)),
    formOf(field('planned', 'Plan for', { type: 'date', required: true, value: m.planned ?? '' }), 'Re-plan', async form => {
      await put(`${path}/milestones/${m.id}`, { planned: form.elements.planned.value, version: m.version });
      await show();
    }));
  return show();
}
