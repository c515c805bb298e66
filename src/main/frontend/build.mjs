// Bundles the third-party islands into ../resources/static/vendor, with the licence of every package in them.
// The result is committed, so that running Tickmark needs no Node. Same input, same bytes.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = '../resources/static/vendor';
const modules = 'node_modules';

// what has no entry point of its own: copied as published
const copies = {
  'htmx.org/dist/htmx.min.js': 'htmx.min.js',
  'bpmn-js/dist/assets/diagram-js.css': 'diagram-js.css',
  'bpmn-js/dist/assets/bpmn-js.css': 'bpmn-js.css',
  '@bpmn-io/form-js-viewer/dist/assets/form-js.css': 'form-js.css',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'licences'), { recursive: true });

const { metafile } = await build({
  entryPoints: ['src/form-viewer.js', 'src/bpmn-viewer.js'],
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  outdir: out,
  chunkNames: 'chunk-[hash]',
  legalComments: 'none', // licences are copied whole below
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: { react: 'preact/compat', 'react-dom': 'preact/compat' },
  metafile: true,
  logLevel: 'warning',
});
for (const [from, to] of Object.entries(copies)) copyFileSync(join(modules, from), join(out, to));

const inBundle = Object.values(metafile.outputs)
  .flatMap(o => Object.entries(o.inputs).filter(([, i]) => i.bytesInOutput > 0).map(([path]) => path))
  .concat(Object.keys(copies).map(path => join(modules, path)))
  .map(path => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
  .filter(Boolean);

const packages = [...new Set([...inBundle, ...stylesOf('@bpmn-io/form-js-viewer')])].sort();
writeFileSync(join(out, 'licences', 'index.txt'), packages.map(licence).join('\n') + '\n');

// form-js.css carries rules of these two, which the bundler cannot see
function stylesOf(name) {
  return readFileSync(join(modules, name, 'dist/assets/form-js.css'), 'utf8').includes('flatpickr')
    ? ['flatpickr', '@carbon/grid', '@carbon/layout']
    : [];
}

function licence(name) {
  const dir = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const files = readdirSync(dir).filter(f => /^licen[cs]e/i.test(f)).sort();
  if (files.length === 0) throw new Error(`${name} ships no licence file: add its text before bundling it`);
  const file = name.replace('/', '+') + '.txt';
  writeFileSync(join(out, 'licences', file), files.map(f => readFileSync(join(dir, f), 'utf8')).join('\n'));
  return `${name} ${version}: ${license.startsWith('SEE') ? 'bpmn.io licence' : license} (${file})`;
}
