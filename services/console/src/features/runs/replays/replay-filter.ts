import type { ReplayFilter, RunStatus } from '../../../api/types.ts';
import { statusesOf, timesOf, type RunFilter } from '../list/run-filter.ts';

type Ended = NonNullable<ReplayFilter['status']>[number];
const ended: ReadonlySet<RunStatus> = new Set<Ended>(['succeeded', 'failed', 'skipped', 'cancelled']);
const isEnded = (status: RunStatus): status is Ended => ended.has(status);

/** Why the runs of a list cannot be replayed together. */
export type Obstacle = 'search' | 'notEnded';

/**
 * The ended runs of a list as a replay takes them: those that failed where the list names no state. A period ends
 * being one: its beginning stays what it is now.
 */
export function toReplayFilter(filter: RunFilter, now = Date.now()): ReplayFilter | Obstacle {
  const { task, status, q } = filter;
  if (q !== undefined) return 'search';
  const states = status === undefined ? (['failed'] as const) : statusesOf(status).filter(isEnded);
  if (states.length === 0) return 'notEnded';
  return { ...(task === undefined ? {} : { task_id: task }), status: [...states], ...timesOf(filter, now) };
}
