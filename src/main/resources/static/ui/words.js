import { el } from './dom.js';

// in demo mode the server's clock runs ahead of this machine's
const ahead = Date.parse(document.querySelector('meta[name="now"]')?.content ?? '') - Date.now() || 0;
export const now = () => new Date(Date.now() + ahead);

const dayOf = date => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);
const at = value => new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T23:59:59` : value);

/** How far away a due date is, in words and as a colour: `{text, kind}`; null when there is none. */
export function due(value) {
  if (!value) return null;
  const days = dayOf(at(value)) - dayOf(now());
  if (days < 0) return { text: `${-days} d late`, kind: 'bad' };
  if (at(value) < now()) return { text: 'late today', kind: 'bad' };
  if (days === 0) return { text: 'today', kind: 'soon' };
  return { text: `in ${days} d`, kind: days <= 3 ? 'soon' : 'good' };
}

export function dueMark(value) {
  const left = due(value);
  return left && el('span', { class: `tm-mark tm-${left.kind}`, title: `Due ${day(value)}` }, left.text);
}

// dates do not break across lines
export const day = value => value
  ? at(value).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' }).replaceAll(' ', '\u00a0') : '–';
export const moment = value => value
  ? new Date(value).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }).replaceAll(' ', '\u00a0') : '–';
export const clock = date => date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** `client_review`, `AUDIT-MANAGER` and `periodStart` as people write them. */
export function words(code) {
  const text = String(code ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const types = { SOC1: 'SOC 1', SOC2: 'SOC 2', SOC3: 'SOC 3', TYPE_I: 'Type I', TYPE_II: 'Type II' };
const ones = { TYPE_I: 'Type 1', TYPE_II: 'Type 2' };
export const reportName = r => [types[r.reportType] ?? r.reportType,
  r.reportType === 'SOC3' ? '' : r.reportType === 'SOC1' ? ones[r.attestationType] : types[r.attestationType],
].filter(Boolean).join(' ');

const good = new Set(['accepted', 'complete', 'resolved', 'written', 'issued', 'closed', 'green', 'done', 'effective', 'approved', 'read', 'unmodified', 'met', 'live', 'movable']);
const soon = new Set(['returned', 'amber', 'client_review', 'waiting', 'revised', 'suspended', 'qualified', 'draft', 'warning']);
const bad = new Set(['red', 'quarantined', 'unreadable', 'recalled', 'declined', 'deviation', 'adverse', 'overdue', 'error', 'rejected', 'stays']);

/** A state as a chip; the word carries the meaning, the colour only helps. */
export function stateMark(state) {
  if (!state) return '–';
  const code = String(state).toLowerCase();
  const kind = good.has(code) ? 'tm-good' : soon.has(code) ? 'tm-soon' : bad.has(code) ? 'tm-bad' : '';
  return el('span', { class: `tm-mark ${kind}` }, words(state));
}

const healths = { red: ['bad', 'Red: at risk'], amber: ['soon', 'Amber: slipping'], green: ['good', 'Green: on track'] };

/** How an audit stands, in words and in colour. */
export function healthMark(health) {
  const [kind, text] = healths[health] ?? ['', words(health)];
  return el('span', { class: `tm-mark tm-${kind}` }, text);
}

export function size(bytes) {
  if (!(bytes >= 0)) return '';
  const units = ['B', 'kB', 'MB', 'GB'];
  let n = bytes;
  let unit = 0;
  while (n >= 1000 && unit < 3) { n /= 1000; unit += 1; }
  return `${unit && n < 10 ? n.toFixed(1) : Math.round(n)} ${units[unit]}`;
}
