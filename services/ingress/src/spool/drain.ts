import { FINAL_ORDER, type RunAccepted, type RunLogEvent } from '@taskhook/contracts';
import {
  admit,
  appendRunLog,
  isRefusedWrite,
  type Admission,
  type Admitted,
  type ErasedCheck,
} from '@taskhook/queue';
import type { IngressEvents } from '../events.ts';
import { aged } from './claims.ts';
import type { SpooledEntry } from './entries.ts';
import { withoutErased } from './without-erased.ts';
import type { Spool } from './spool.ts';

export interface DrainParts extends ErasedCheck {
  events: IngressEvents;
  /** Called for each group that Redis has taken. */
  took: () => void;
  now: () => number;
}

/** `done`: nothing is left but what is named by `left`. `stopped`: Redis takes nothing now. */
export type DrainOutcome = { outcome: 'done'; left: number } | { outcome: 'stopped'; error: unknown };

const GROUP_ENTRIES = 100;
/** After so many leads one after the other that Redis refused each for itself, it is not the leads. */
const MOST_REFUSED = 20;

/**
 * Admits what a spool holds, in its order, each under the run id that its sender was told. Runs again
 * from the start where it was stopped: what Redis has by then stays in, once. A lead that Redis refuses
 * for a fault of its own stays in the spool, and does not hold up the others.
 */
export async function drain(parts: DrainParts, spool: Spool, signal: AbortSignal): Promise<DrainOutcome> {
  let after: string | undefined;
  let left = 0;
  while (!signal.aborted) {
    const entries = await spool.read(GROUP_ENTRIES, after);
    const last = entries.at(-1);
    if (last === undefined) return { outcome: 'done', left };
    after = last.key;
    const taken = await take(parts, entries);
    if ('error' in taken) return { outcome: 'stopped', error: taken.error };
    await spool.remove(taken.entries);
    left += entries.length - taken.entries.length;
    if (taken.entries.length > 0) parts.took();
  }
  return { outcome: 'done', left };
}

type Taken = { entries: SpooledEntry[] } | { error: unknown };

/** Those of a group that Redis has by now, or why it takes none. */
async function take(parts: DrainParts, group: readonly SpooledEntry[]): Promise<Taken> {
  const readable = group.filter(({ admission }) => admission !== undefined);
  if (readable.length < group.length) parts.events.spoolUnreadable(group.length - readable.length);
  try {
    await admitEntries(parts, readable);
    return { entries: readable };
  } catch (error) {
    return isRefusedWrite(error) ? takeEach(parts, readable) : { error };
  }
}

/** One after the other: the lead that is at fault is found, and the others come in. */
async function takeEach(parts: DrainParts, group: readonly SpooledEntry[]): Promise<Taken> {
  const entries: SpooledEntry[] = [];
  let refused = 0;
  for (const entry of group) {
    try {
      await admitEntries(parts, [entry]);
      entries.push(entry);
      refused = 0;
    } catch (error) {
      refused += 1;
      if (!isRefusedWrite(error) || refused > MOST_REFUSED) return { error };
      parts.events.spoolEntryRefused(entry.admission?.runId ?? '', error);
    }
  }
  return { entries };
}

async function admitEntries(parts: DrainParts, entries: readonly SpooledEntry[]): Promise<void> {
  const { redis, keys, events, now } = parts;
  const read = entries.flatMap(({ admission }) => admission ?? []);
  const { admissions, erased } = await withoutErased(parts, read, now());
  const outcomes = await admit(
    redis,
    keys,
    admissions.map((admission) => aged(dueNow(admission, now()), now())),
  );
  const skipped = admissions.flatMap((admission, i) => skippedRun(admission, outcomes[i], now()));
  // Before they leave the spool: their senders have been told of these runs.
  await appendRunLog(redis, keys.runLog, [...skipped, ...erased]);
  for (const { status } of outcomes) events.drained(status);
}

/** Its first step waits for what is left of its time. */
function dueNow(admission: Admission, now: number): Admission {
  const { step } = admission;
  const dueAt = step?.job.due_at;
  if (step === undefined || dueAt === undefined) return admission;
  return { ...admission, step: { ...step, delayMs: Math.max(0, dueAt - now) } };
}

/** The run of a lead that turned out to be one of another run: told as skipped, so that it can be found. */
function skippedRun({ event, runId }: Admission, outcome: Admitted | undefined, at: number): RunLogEvent[] {
  if (outcome?.status !== 'duplicate' || event === undefined) return [];
  const accepted = JSON.parse(event) as RunAccepted;
  const { task_id, revision } = accepted;
  const reason = { code: 'duplicate', message: `The lead is that of the run ${outcome.runId}.` };
  return [
    accepted,
    { type: 'progress', run_id: runId, task_id, revision, at, order: FINAL_ORDER, status: 'skipped', reason },
  ];
}
