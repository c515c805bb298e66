// /models: running audits move to another version of the models, after a try on the real ones.
import { act } from './api.js';
import { button, el, fill } from './dom.js';
import { field, formOf } from './fields.js';
import { all, table } from './table.js';
import { tell, toast } from './toast.js';
import { counted, day, stateMark } from './words.js';

/** Every audit is one instance of this process for as long as it runs; all others go along with it. */
const AUDIT = 'engagement';

export async function showMove(section, moved) {
  const versions = (await all('/api/models')).filter(m => m.key === AUDIT && m.kind === 'process');
  // the newest is what audits move to, so it is proposed there first and here last
  const running = versions.filter(m => m.instances > 0).reverse();
  section.hidden = versions.length < 2 || running.length === 0;
  if (section.hidden) return;
  const name = m => `Version ${m.version}, ${day(m.deployedAt)}`;
  const said = el('div', { role: 'status', class: 'tm-form' });
  const form = formOf([
    el('p', { class: 'tm-quiet' }, 'Audits stay on the models they began on. Those that you move go whole or not at all.'),
    el('div', { class: 'tm-fields' },
      field('from', 'From', { options: running.map(m => [m.version, `${name(m)}: ${counted(m.instances, 'audit')}`]) }),
      field('to', 'To', { options: versions.map(m => [m.version, name(m)]) })),
  ], 'Try it', async () => {
    const asked = { from: Number(form.elements.from.value), to: Number(form.elements.to.value) };
    fill(said);
    const tried = await migrate({ ...asked, dryRun: true });
    const movable = tried.engagements.filter(e => e.movable).map(e => e.engagement);
    fill(said, outcome(tried, `${counted(movable.length, 'audit')} can move, nothing has moved yet.`),
      movable.length > 0 && el('div', { class: 'tm-row' }, button(`Move ${counted(movable.length, 'audit')}`, async () => {
        try {
          const done = await migrate({ ...asked, dryRun: false, engagements: movable });
          toast(`${counted(done.moved, 'audit')} moved.`);
          await moved();
        } catch (error) { tell(error); }
      }, 'tm-main')));
  });
  fill(section.querySelector('div'), form, said);
}

const migrate = act(`/api/models/${AUDIT}/migrations`);

const outcome = (answer, text) => [
  el('p', { class: `tm-note ${answer.movable === answer.engagements.length ? 'tm-good' : 'tm-soon'}` }, text),
  table([
    ['Audit', e => el('a', { href: `/engagements/${e.engagement}` }, e.title)],
    ['Running for it', e => counted(e.instances, 'process', 'processes')],
    ['State', e => stateMark(e.movable ? 'movable' : 'stays')],
    ['What keeps it', e => e.obstacles.length === 0 ? '–' : el('ul', {}, e.obstacles.map(o => el('li', {},
      [o.process, o.element].filter(Boolean).join(', '), `: ${o.message}`)))],
  ], answer.engagements, 'Audits that would move').node,
];
