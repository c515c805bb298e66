import { get } from './api.js';
import { all } from './table.js';
import { reportName } from './words.js';

let known = null;

/** What people call an engagement: its own title, or the client and what is examined. */
export function titleOf(engagement) {
  if (engagement.title) return engagement.title;
  const reports = (engagement.reports ?? []).map(reportName).join(', ');
  const year = (engagement.reports ?? []).map(r => (r.periodEnd ?? r.asOf ?? '').slice(0, 4)).find(Boolean);
  return [clientName(engagement), reports, year].filter(Boolean).join(' · ') || 'Audit';
}

export const clientName = e => e.client?.name ?? e.clientName ?? e.client ?? '';

export const engagements = () => (known ??= all('/api/engagements').catch(error => { known = null; throw error; }));

/** @param engagement an id, or an object that has one */
export async function engagementName(engagement) {
  if (engagement && typeof engagement === 'object') return titleOf(engagement);
  const found = (await engagements().catch(() => [])).find(e => e.id === engagement);
  return titleOf(found ?? await get(`/api/engagements/${engagement}`).catch(() => ({})));
}
