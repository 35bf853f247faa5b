import type { RunLogEvent, RunStatus } from '@taskhook/contracts';
import type { ReadEntry } from '@taskhook/queue';

/** What of the run log is recorded now, and the ids of the entries of which then nothing is left. */
export interface Recordable {
  events: RunLogEvent[];
  ids: string[];
}

/**
 * Entries that were read, with those of their events that are not recorded yet. Under load the events of a run
 * that has begun stay here until it ends, for a time: so it is inserted as it came out, which costs a third of
 * inserting and changing it. The entry stays unacknowledged meanwhile.
 */
export interface OpenEntries {
  /** Adds what was read; gives what is to be recorded of everything. Without `patient` that is all of it. */
  take(read: readonly ReadEntry[], patient: boolean): Recordable;
  /** Forgets all of it: what is not acknowledged is read again. */
  clear(): void;
}

interface Open extends ReadEntry {
  /** When it was read, as `performance.now()` tells. */
  since: number;
}

export function createOpenEntries(patienceMs: number): OpenEntries {
  let open: Open[] = [];
  return {
    take: (read, patient) => {
      const since = performance.now();
      const all = [...open, ...read.map((entry) => ({ ...entry, since }))];
      const young = all.filter((entry) => entry.since > since - patienceMs);
      const unfinished = patient ? unfinishedRuns(young, all) : new Set<string>();
      const waits = (event: RunLogEvent): boolean => 'run_id' in event && unfinished.has(event.run_id);
      open = all
        .map((entry) => ({ ...entry, events: entry.events.filter((event) => waits(event)) }))
        .filter(({ events }) => events.length > 0);
      const left = new Set(open.map(({ id }) => id));
      return {
        events: all.flatMap(({ events }) => events.filter((event) => !waits(event))),
        ids: all.flatMap(({ id }) => (left.has(id) ? [] : [id])),
      };
    },
    clear: () => (open = []),
  };
}

/** The runs that begin in some entries and have not come to rest in any. */
function unfinishedRuns(begun: readonly ReadEntry[], all: readonly ReadEntry[]): Set<string> {
  const runs = new Set<string>();
  for (const { events } of begun)
    for (const event of events)
      if (event.type === 'accepted' && event.status === 'queued') runs.add(event.run_id);
  for (const { events } of all)
    for (const event of events)
      if (event.type === 'progress' && !isUnderWay(event.status)) runs.delete(event.run_id);
  return runs;
}

const isUnderWay = (status: RunStatus): boolean => status === 'queued' || status === 'running';
