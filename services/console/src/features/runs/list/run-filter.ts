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
  /** From this moment on, ISO 8601; in place of a period. */
  from?: string;
  /** Before this moment. */
  to?: string;
  /** Whole: a phone number, an e-mail address or the id of a run. */
  q?: string;
}

/** Takes what it knows from the search part of an address, and leaves out the rest. */
export function readFilter(search: Record<string, unknown>): RunFilter {
  const status = statusesOf(textOf(search['status']) ?? '').join(',');
  const task = textOf(search['task']);
  const q = textOf(search['q']);
  const period = textOf(search['period']);
  const from = momentOf(search['from']);
  const to = momentOf(search['to']);
  const hasEnds = from !== undefined || to !== undefined;
  return {
    ...(task === undefined ? {} : { task }),
    ...(status === '' ? {} : { status }),
    ...(period !== undefined && isPeriod(period) && !hasEnds ? { period } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(q === undefined ? {} : { q }),
  };
}

/** A number, too: the router reads `q=393471234567` as one. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

function momentOf(value: unknown): string | undefined {
  const ms = Date.parse(textOf(value) ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

const isPeriod = (text: string): text is Period => text in periods;

export function statusesOf(text: string): RunStatus[] {
  const words = text.split(',');
  return statuses.filter((status) => words.includes(status));
}

/** The filter as the API takes it. */
export function toQuery({ task, status, q, ...times }: RunFilter, now = Date.now()) {
  return {
    ...(task === undefined ? {} : { task_id: task }),
    ...(status === undefined ? {} : { status }),
    ...timesOf(times, now),
    ...(q === undefined ? {} : { q: q.slice(0, 320) }),
  };
}

type Times = Pick<RunFilter, 'period' | 'from' | 'to'>;

/** The ends of the time, as the API takes them. */
export function timesOf({ period, from, to }: Times, now = Date.now()): { from?: string; to?: string } {
  if (period !== undefined) return { from: new Date(now - periods[period]).toISOString() };
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Whether a run that just began or changed belongs into the list. It ends now, so that every period fits. */
export function fits({ task, status, q, from, to }: RunFilter, run: RunSummary): boolean {
  const received = Date.parse(run.received_at);
  if (from !== undefined && received < Date.parse(from)) return false;
  if (to !== undefined && received >= Date.parse(to)) return false;
  if (task !== undefined && run.task_id !== task) return false;
  if (status !== undefined && !status.split(',').includes(run.status)) return false;
  return q === undefined || isSearched(q, run);
}

function isSearched(q: string, { id, lead }: RunSummary): boolean {
  if (q.startsWith('run_')) return id === q;
  if (q.includes('@')) return lead?.email === q.toLowerCase();
  return lead?.phone === `+${q.replace(/\D/g, '').replace(/^00/, '')}`;
}
