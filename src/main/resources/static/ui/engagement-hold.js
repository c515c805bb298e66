import { get, put } from './api.js';
import { el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { day } from './words.js';

/** Whether nothing of the audit may be deleted; the firm reads it, its partner decides. */
export async function legalHold(box, path, mayHold) {
  const at = `${path}/legal-hold`;
  const show = async () => {
    const { on, reason, since } = await get(at);
    fill(box,
      el('p', { class: on ? 'tm-note tm-soon' : 'tm-quiet' }, on ? `Nothing is deleted since ${day(since)}: ${reason}` : 'There is none.'),
      mayHold && el('details', { class: 'tm-noprint' }, el('summary', {}, on ? 'Lift it' : 'Put it on hold'),
        formOf(field('reason', 'Why; it stands in the trail', { required: true, rows: 2 }), on ? 'Lift the hold' : 'Delete nothing', async form => {
          await put(at, { on: !on, reason: form.elements.reason.value });
          await show();
        })));
  };
  await show();
}
