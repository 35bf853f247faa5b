import type { RunStatus, RunSummary } from '../../../api/types.ts';

/** In the order in which they are offered. */
export const statuses = [
  'queued',
  'running',
  'waiting',
  'held',
  'succeeded',
  'failed',
  'skipped',
  'cancelled',
] as const satisfies readonly RunStatus[];

/** Times that end now, by their length in milliseconds. */
export const periods = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000,
} as const;
export type Period = keyof typeof periods;

/** What the address of the list says of it. */
export interface RunFilter {
  task?: string;
  /** Words of states, separated by commas. */
  status?: string;
  period?: Period;
  /** Whole: a phone number, an e-mail address or the id of a run. */
  q?: string;
}

/** Takes what it knows from the search part of an address, and leaves out the rest. */
export function readFilter(search: Record<string, unknown>): RunFilter {
  const status = statusesOf(textOf(search['status']) ?? '').join(',');
  const task = textOf(search['task']);
  const q = textOf(search['q']);
  const period = textOf(search['period']);
  return {
    ...(task === undefined ? {} : { task }),
    ...(status === '' ? {} : { status }),
    ...(period !== undefined && isPeriod(period) ? { period } : {}),
    ...(q === undefined ? {} : { q }),
  };
}

/** A number, too: the router reads `q=393471234567` as one. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

const isPeriod = (text: string): text is Period => text in periods;

export function statusesOf(text: string): RunStatus[] {
  const words = text.split(',');
  return statuses.filter((status) => words.includes(status));
}

/** The filter as the API takes it. */
export function toQuery({ task, status, period, q }: RunFilter, now = Date.now()) {
  return {
    ...(task === undefined ? {} : { task_id: task }),
    ...(status === undefined ? {} : { status }),
    ...(period === undefined ? {} : { from: new Date(now - periods[period]).toISOString() }),
    ...(q === undefined ? {} : { q: q.slice(0, 320) }),
  };
}

/** Whether a run that just began or changed belongs into the list. Its time is now, so that every period fits. */
export function fits({ task, status, q }: RunFilter, run: RunSummary): boolean {
  if (task !== undefined && run.task_id !== task) return false;
  if (status !== undefined && !status.split(',').includes(run.status)) return false;
  return q === undefined || isSearched(q, run);
}

function isSearched(q: string, { id, lead }: RunSummary): boolean {
  if (q.startsWith('run_')) return id === q;
  if (q.includes('@')) return lead?.email === q.toLowerCase();
  return lead?.phone === `+${q.replace(/\D/g, '').replace(/^00/, '')}`;
}
