import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import { createWorkLease } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import { toJsonText } from '../store/json-text.ts';
import type { ReplayDoc } from '../store/replay-model.ts';
import type { RunDoc } from '../store/run-model.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { countCodes } from './counts.ts';
import { leftOut } from './left-out.ts';
import { matchingRuns } from './matching-runs.ts';
import { replayBatch } from './replay-batch.ts';
import { countsOf, filterOf } from './replay-view.ts';

/** Most runs that are looked at in a turn. */
const LOOKED_AT = 500;

/**
 * Carries replays out, all of them side by side, a second's worth of each at a time. One process does
 * it at a time; what it had begun when it died is gone on with from the page that it was at.
 */
export function startReplays(registry: Registry, logger: Logger): Loop {
  return startLoop({
    name: 'replays',
    logger,
    pauseMs: 5 * SECOND,
    turn: (signal) => turn(registry, signal).catch(rethrowStoreFault),
  });
}

async function turn(registry: Registry, signal: AbortSignal): Promise<void> {
  const { store, redis, keys } = registry;
  const lease = createWorkLease(redis, keys, 'replays');
  try {
    while (!signal.aborted) {
      const running = await store.replays.find({ status: 'running' }).lean();
      if (running.length === 0 || !(await lease.renew())) return;
      const second = sleep(SECOND, undefined, { signal }).catch(() => undefined);
      await Promise.all(running.map((replay) => replaySecond(registry, replay)));
      await second;
    }
  } finally {
    await lease.release();
  }
}

/** Starts a second's worth of runs, then notes how far that was. Done again after a crash it starts none twice. */
async function replaySecond(registry: Registry, replay: ReplayDoc): Promise<void> {
  const { store } = registry;
  const limit = Math.min(replay.rate, LOOKED_AT);
  const page = await matchingRuns(store, filterOf(replay), replay, limit);
  const causes = await leftOut(registry, page.runs, { respectDedupe: replay.respect_dedupe });
  const fitting = page.runs.filter(({ _id }) => !causes.has(_id));
  const runs = replay.respect_dedupe ? onePerPerson(fitting) : fitting;
  const outcome = await replayBatch(registry, replay, runs);
  const again = Array.from({ length: fitting.length - runs.length }, () => 'later_run');
  const codes = [...causes.values(), ...again, ...outcome.failed];
  const progress = {
    after: page.next ?? replay.before,
    started: replay.started + outcome.started,
    held: replay.held + outcome.held,
    left_out: toJsonText(countCodes(countsOf(replay.left_out), codes)),
  };
  // A stop that came meanwhile stays: only what has been done is noted.
  await store.writeReplay(() => store.replays.updateOne({ _id: replay._id }, { $set: progress }));
  if (page.next === null) await finish(registry, replay._id);
}

/** Of a person's runs in one batch, the last. */
function onePerPerson(runs: readonly RunDoc[]): RunDoc[] {
  const last = new Map<string, string>();
  for (const run of runs) for (const person of peopleOf(run)) last.set(person, run._id);
  return runs.filter((run) => peopleOf(run).every((person) => last.get(person) === run._id));
}

function peopleOf({ task_id, lead }: RunDoc): string[] {
  return [lead?.phone, lead?.email].flatMap((person) =>
    typeof person === 'string' ? [`${task_id} ${person}`] : [],
  );
}

async function finish({ store, events }: Registry, id: string): Promise<void> {
  await store.writeReplay(async () => {
    const replay = await store.replays.findById(id).lean();
    if (replay?.status !== 'running') return;
    await store.replays.updateOne({ _id: id }, { $set: { status: 'done', finished_at: new Date() } });
    events.replayChanged('done', { replay_id: id, started: replay.started });
  });
}
