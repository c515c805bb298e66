import { el } from './dom.js';
import { table } from './table.js';
import { words } from './words.js';

/** What an import did, or would do: counts and the lines that need attention. */
export function importResult(answer, dryRun) {
  const lines = answer.lines ?? answer.items ?? (Array.isArray(answer) ? answer : []);
  const outcome = l => String(l.outcome ?? l.action ?? l.result ?? '').toLowerCase();
  const counts = {};
  for (const line of lines) counts[outcome(line)] = (counts[outcome(line)] ?? 0) + 1;
  const summary = Object.entries(counts).map(([k, n]) => `${words(k)}: ${n}`).join(', ');
  return [
    el('p', { class: `tm-note ${counts.refused ? 'tm-bad' : 'tm-good'}` },
      dryRun ? 'Nothing was imported. This is what would happen. ' : 'Imported. ', summary),
    lines.length > 0 && el('details', { open: Boolean(counts.refused) }, el('summary', {}, 'Line by line'),
      table([
        ['Line', l => l.line], ['Control', l => l.id ?? l.control ?? ''], ['Outcome', l => words(outcome(l))],
        ['Why', l => l.message ?? (l.messages ?? []).join(' ')],
      ], lines, 'Lines of the file').node),
  ];
}
