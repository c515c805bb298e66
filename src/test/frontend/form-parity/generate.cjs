// Run with: npm install --ignore-scripts && npm run generate
const fs = require('fs');
const { fillIn } = require('./browser.cjs');
const { forms, values } = require('./forms.cjs');

const SUBMISSIONS = 30;

// mulberry32: the same submissions in every run
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function put(data, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  keys.reduce((holder, key) => (holder[key] ??= {}), data)[last] = value;
}

function submission(components, random, data = {}) {
  const pick = (pool) => pool[Math.floor(random() * pool.length)];
  for (const component of components) {
    const { type, key, path, id } = component;
    if (type === 'dynamiclist') {
      put(data, path, Array.from({ length: Math.floor(random() * 4) }, () => submission(component.components, random)));
    } else if (type === 'group') {
      const inside = path ? {} : data;
      submission(component.components, random, inside);
      if (path) path.split('.').reduce((holder, step) => (holder[step] ??= {}), data);
      if (path) Object.assign(path.split('.').reduce((holder, step) => holder[step], data), inside);
    } else if (key && random() < 0.85) {
      const pool = values[id] || values[type];
      if (pool) put(data, key, pick(pool));
    }
  }
  return data;
}

async function main(target) {
  const result = [];
  for (const [number, { schema, known }] of forms.entries()) {
    const random = seeded(number + 1);
    const cases = [];
    for (let i = 0; i < SUBMISSIONS; i++) {
      const given = known[i % known.length];
      const entered = submission(schema.components, random);
      // what was entered before a field was hidden does not reach the server: decided is what the server gets
      let seen = await fillIn(schema, given, entered);
      for (let again = 0; again < 5; again++) {
        const next = await fillIn(schema, given, emptied(schema.components, seen.data));
        const same = JSON.stringify(next.data) === JSON.stringify(seen.data);
        seen = { ...next, asTyped: seen.asTyped && same };
        if (same) break;
      }
      cases.push({ known: given, submission: entered, asTyped: seen.asTyped, data: seen.data, errors: seen.errors });
    }
    result.push({ schema, cases });
    console.error(`${schema.id}: ${cases.length}, refused ${cases.filter(({ errors }) => errors.length).length}, as typed ${cases.filter(({ asTyped }) => asTyped).length}`);
  }
  fs.writeFileSync(target, '[\n' + result.map(({ schema, cases }) =>
    `{"schema":${JSON.stringify(schema)},\n"cases":[\n${cases.map((one) => JSON.stringify(one)).join(',\n')}\n]}`).join(',\n') + '\n]\n');
}

// form-js sends nothing for a list without rows
function emptied(components, data) {
  const all = JSON.parse(JSON.stringify(data));
  for (const { type, path } of components) {
    if (type === 'dynamiclist' && all[path] === undefined) all[path] = [];
  }
  return all;
}

main(process.argv[2]).then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
