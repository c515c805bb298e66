// What bpmnlint says of every model. Its own command wants a newer Node than Debian 12 has, for parts of it come as
// modules of another kind; bundled into one script ("npm run lint") all of them run.
import { readFile, readdir } from 'node:fs/promises';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver';
import recommended from 'bpmnlint/config/recommended';

const folder = '../../../processes/';
const rules = Object.fromEntries(Object.keys(recommended.rules).map(rule =>
  [`rule:bpmnlint/${rule}`, require(`./node_modules/bpmnlint/rules/${rule}.js`)]));

async function lint() {
  const config = JSON.parse(await readFile('.bpmnlintrc', 'utf8'));
  const resolver = new StaticResolver({ ...rules, 'config:bpmnlint/recommended': recommended });
  const models = (await readdir(folder)).filter(name => name.endsWith('.bpmn')).sort();
  let found = 0;
  for (const model of models) {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(await readFile(folder + model, 'utf8'));
    // a linter of its own: its rules remember the elements of the model before
    const linter = new Linter({ config, resolver });
    const reports = Object.entries(await linter.lint(rootElement)).flatMap(([rule, all]) =>
      all.map(report => `${report.id || ''} ${report.category} ${report.message} (${rule})`));
    for (const line of [...warnings.map(warning => warning.message), ...reports]) {
      console.error(`${model}: ${line}`);
      found++;
    }
  }
  if (models.length === 0 || found > 0) {
    console.error(`${found} findings in ${models.length} models`);
    process.exitCode = 1;
  }
}

lint();
