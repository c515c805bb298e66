import { Problem, post } from './api.js';
import { button, el } from './dom.js';
import { field, formOf } from './fields.js';
import { toast } from './toast.js';
import { counted } from './words.js';

/** A box to tick, for a request that can still be acted upon. */
export const ticked = (request, chosen) => el('input', {
  type: 'checkbox', 'aria-label': `Tick ${request.reference}`,
  onchange: e => { if (e.target.checked) chosen.add(request.id); else chosen.delete(request.id); },
});

/**
 * What is done with all ticked requests at once.
 * @param {Set<string>} chosen ids of the ticked ones
 * @param {boolean} mayAsk whether the reader may also extend and withdraw them
 * @param {() => Promise} done shows the list anew
 */
export function bulk(list, path, chosen, mayAsk, done) {
  const act = (name, summary, label, fields, values) => el('details', {}, el('summary', {}, summary),
    formOf(el('div', { class: 'tm-fields' }, fields), label, async form => {
      if (chosen.size === 0) throw new Problem(400, { detail: 'Tick the requests first.' });
      const { items } = await post(`${path}/requests/${name}`, { requests: [...chosen], ...values(form.elements) });
      await done();
      toast(`${counted(items.length, 'request')} changed.`);
    }));
  const tickAll = () => list.querySelectorAll('td input[type=checkbox]').forEach(box => {
    if (!box.checked) box.click();
  });
  return el('details', { class: 'tm-noprint' }, el('summary', {}, 'With the ticked ones'),
    el('p', {}, button('Tick all that are shown', tickAll, 'tm-little')),
    act('remind', 'Remind', 'Remind whoever has them', [], () => ({})),
    act('assign', 'Hand to somebody else', 'Hand over', [field('owner', 'Control owner: user name, or empty for nobody in particular', { autocapitalize: 'none' })],
      ({ owner }) => ({ owner: owner.value.trim() || null })),
    mayAsk && act('extend', 'Extend', 'Extend', [field('due', 'New last day', { type: 'date', required: true }), field('reason', 'Why', { required: true })],
      ({ due, reason }) => ({ due: due.value, reason: reason.value })),
    mayAsk && act('withdraw', 'Withdraw', 'Withdraw them', [field('reason', 'Why they are no longer wanted', { required: true, rows: 2 })],
      ({ reason }) => ({ reason: reason.value })));
}
