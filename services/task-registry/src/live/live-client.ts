import { LRUCache } from 'lru-cache';
import type { Recorded } from '@taskhook/contracts';
import type { EventStream } from '@taskhook/http';
import type { RunSummary } from '../runs/run-summary.ts';
import { createBacklog } from './backlog.ts';
import type { LiveEvents, LiveFilter } from './live-events.ts';

/** One who watches a live list. */
export interface LiveClient {
  hear: (recorded: Recorded) => void;
  /** The ids of runs to read for it now; what is not worth reading one by one is told as `more`. */
  wants(now: number): string[];
  /** Tells it of those of the runs that it asked for and that its list has, or had. */
  show(runs: ReadonlyMap<string, RunSummary>, wanted: readonly string[]): void;
  send<E extends keyof LiveEvents>(event: E, data: LiveEvents[E]): void;
  isIdle(): boolean;
  end(reason: LiveEvents['end']['reason']): void;
}

const SHOWN_KEPT = 1_000;

export function createLiveClient(stream: EventStream, { task_id, status }: LiveFilter): LiveClient {
  const backlog = createBacklog();
  // A run that leaves the state that the list is of is told once more.
  const shown = new LRUCache<string, true>({ max: SHOWN_KEPT });
  const send: LiveClient['send'] = (event, data) => stream.send(event, data);
  const isOurs = (changed: { task_id: string }) => task_id === undefined || changed.task_id === task_id;
  return {
    hear: ({ runs, samples }) => {
      for (const run of runs) if (isOurs(run)) backlog.add(run.id);
      for (const sample of samples) if (task_id !== undefined && isOurs(sample)) send('sample', sample);
    },
    wants: (now) => {
      if (stream.isSlow()) return [];
      const { ids, more } = backlog.take(now);
      if (more > 0) send('more', { changed: more });
      return ids;
    },
    show: (runs, wanted) => {
      for (const id of wanted.toReversed()) {
        const run = runs.get(id);
        if (run === undefined) continue;
        const belongs = status === undefined || run.status === status;
        if (belongs) shown.set(id, true);
        else if (!shown.delete(id)) continue;
        send('run', run);
      }
    },
    send,
    isIdle: () => backlog.isEmpty(),
    end: (reason) => {
      send('end', { reason });
      stream.end();
    },
  };
}
