// /processes and /processes/{key}: the models that carry the audits, as they are deployed.
import { get } from './api.js';
import { $, add, button, el, fill } from './dom.js';
import { all, table } from './table.js';
import { words } from './words.js';

const main = $('#main');
const key = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const isProcess = m => /^(process|bpmn)$/i.test(m.kind);

function showList(models) {
  const newest = models.filter((m, i) => isProcess(m) && models.findIndex(o => o.key === m.key && isProcess(o)) === i);
  fill(main, el('h1', {}, 'Processes'), el('section', { class: 'tm-card' }, table([
    ['Process', m => el('a', { href: `/processes/${encodeURIComponent(m.key)}` }, words(m.key))],
    ['Version', m => m.version],
    ['Running', m => m.instances ?? '–'],
  ], newest, 'Processes').node));
}

async function showProcess(models) {
  const versions = models.filter(m => m.key === key && isProcess(m));
  const wanted = Number(new URLSearchParams(location.search).get('version'));
  const model = versions.find(m => m.version === wanted) ?? versions[0];
  document.title = `${words(key)} · Tickmark`;
  const title = el('div', {}, el('p', { class: 'tm-crumbs' }, el('a', { href: '/processes' }, 'Processes')), el('h1', {}, words(key)));
  if (!model) return fill(main, title, el('p', {}, 'No process of this name is deployed.'));

  let viewer = null;
  const box = el('div', { class: 'tm-canvas', 'aria-label': 'Diagram' });
  const steps = el('section', { class: 'tm-card' });
  const fit = () => {
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(canvas.zoom() * 0.93, 'auto'); // lines at the rim stay visible
  };
  fill(main, el('div', { class: 'tm-head' },
    title, el('span', { class: 'tm-chip' }, `version ${model.version}`),
    versions.length > 1 && el('span', { class: 'tm-row tm-small' }, 'also: ', versions.filter(v => v !== model).map(v =>
      el('a', { href: `?version=${v.version}` }, `version ${v.version}`))),
    button('Whole diagram', () => viewer && fit())), box, steps);

  const [xml, { NavigatedViewer, camundaModdle }] = await Promise.all([
    get(`/api/models/${encodeURIComponent(key)}/versions/${model.version}/content`, {}, { accept: 'application/xml' }),
    import('../vendor/bpmn-viewer.js'),
  ]);
  viewer = new NavigatedViewer({
    container: box,
    moddleExtensions: { camunda: camundaModdle },
    bpmnRenderer: { defaultFillColor: 'var(--tm-diagram-fill)', defaultStrokeColor: 'var(--tm-diagram-stroke)', defaultLabelColor: 'var(--tm-text)' },
  });
  await viewer.importXML(xml);
  fit();
  return fill(steps, el('h2', {}, 'The same as a table'), stepTable(viewer));
}

// a diagram says nothing to a screen reader
function stepTable(viewer) {
  const tasks = viewer.get('elementRegistry').filter(e => /Task|CallActivity/.test(e.type) && e.type !== 'label');
  return table([
    ['Step', e => e.businessObject.name ?? e.id],
    ['Kind', e => words(e.type.replace('bpmn:', ''))],
    ['Done by', e => e.businessObject.get('camunda:candidateGroups') ?? '–'],
    ['Form', e => e.businessObject.get('camunda:formRef') ?? '–'],
  ], tasks, 'Steps').node;
}

all('/api/models').then(models => key ? showProcess(models) : showList(models)).catch(error => {
  if (error.name !== 'Problem') console.error(error);
  add(main, el('p', { class: 'tm-note tm-bad' }, error.message));
});
