import { get } from './api.js';
import { el, fill } from './dom.js';
import { listInto, paged, table } from './table.js';
import { day, moment, stateMark, types, words } from './words.js';

const LONG = 8;
const WIDE = 7;
const first = /^(reference|control|title|controlTitle|state|rating|conclusion|extent|itemsTested|itemsFailed|owner|due)$/;
const hidden = /^(id|version|engagement|.*Id|previous|previousHash)$/;
const states = /^(state|status|conclusion|rating|opinion|severity|outcome)$/;
const codes = /^(role|kind|frequency|nature|category|categories|phase)$/;

/** Shows a part of the audit by its own field names: what the API adds appears without a change here. */
export async function facts(box, path, none) {
  const answer = await get(path);
  if (!Array.isArray(answer) && !Array.isArray(answer?.items)) {
    return fill(box, factList(answer) ?? el('p', { class: 'tm-quiet' }, none));
  }
  return listInto(box, path, { caption: words(path.split('/').at(-1)), columns: columnsOf(paged(answer).items), none });
}

function columnsOf(rows) {
  const keys = Object.keys(rows[0] ?? {}).filter(key => !hidden.test(key));
  const front = keys.length > WIDE ? keys.filter(key => first.test(key)) : keys;
  const rest = keys.filter(key => !front.includes(key));
  const columns = front.map(key => [words(key), row => valueOf(key, row[key])]);
  if (rest.length) columns.push(['More', row => el('details', {}, el('summary', {}, 'Show'), factList(pick(row, rest)) ?? '–')]);
  return columns;
}

const pick = (row, keys) => Object.fromEntries(keys.map(key => [key, row[key]]));

/** The fields of an object as a list of terms; null where it says nothing. */
export function factList(object) {
  const known = Object.entries(object ?? {}).filter(([k, v]) => !hidden.test(k) && v !== null && v !== '' && !(Array.isArray(v) && v.length === 0));
  return known.length === 0 ? null
    : el('dl', { class: 'tm-facts' }, known.map(([k, v]) => [el('dt', {}, words(k)), el('dd', {}, valueOf(k, v))]));
}

/** One value as people read it, by its kind and, for codes and states, by its name. */
export function valueOf(key, v) {
  if (v === null || v === undefined || v === '') return '–';
  if (typeof v === 'boolean') return v ? 'yes' : 'no';
  if (Array.isArray(v)) return listOf(key, v);
  if (typeof v === 'object') return v.name ?? v.title ?? factList(v) ?? '–';
  if (/hash|sha256/i.test(key)) return el('code', { title: v }, String(v).slice(0, 12));
  if (/^\d{4}-\d\d-\d\dT/.test(v)) return moment(v);
  if (/^\d{4}-\d\d-\d\d$/.test(v)) return day(v);
  if (types[v]) return types[v];
  if (states.test(key)) return stateMark(v);
  return codes.test(key) ? words(v) : String(v);
}

function listOf(key, list) {
  if (list.length === 0) return '–';
  const plain = list.every(x => typeof x !== 'object');
  const shown = plain ? list.map(x => valueOf(key, x)).join(', ') : table(columnsOf(list), list, words(key)).node;
  return list.length <= LONG && plain ? shown : el('details', {}, el('summary', {}, `${list.length}`), shown);
}
