import { erasurePhases, SECOND, type ErasurePhase } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import { createWorkLease, rememberErased, type WorkLease } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import type { ErasureDoc } from '../store/erasure-model.ts';
import { toJsonText } from '../store/json-text.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { clearDisk } from './clear-disk.ts';
import { eraseJobs } from './erase-jobs.ts';
import { eraseQuarantine, eraseSamples } from './erase-requests.ts';
import { eraseRuns } from './erase-runs.ts';
import { countsOf } from './erasure-view.ts';
import type { ErasureWork } from './erasure-work.ts';
import { openPerson } from './person.ts';
import { settleLate, untilRecorded } from './settle-late.ts';

export interface ErasuresOptions {
  registry: Registry;
  reader: ErasureWork['reader'];
  logger: Logger;
}

/**
 * Carries erasures out, one after the other, in one process at a time. One that was broken off goes on
 * with the phase, and in a scan with the page, that it was at: each may be done twice.
 */
export function startErasures(options: ErasuresOptions): Loop {
  return startLoop({
    name: 'erasures',
    logger: options.logger,
    pauseMs: 5 * SECOND,
    turn: (signal) => turn(options, signal).catch(rethrowStoreFault),
  });
}

async function turn(options: ErasuresOptions, signal: AbortSignal): Promise<void> {
  const { store, redis, keys } = options.registry;
  const lease = createWorkLease(redis, keys, 'erasures');
  try {
    for (;;) {
      const [next] = await store.erasures.find({ status: 'running' }).sort({ _id: 1 }).limit(1).lean();
      if (next === undefined || signal.aborted || !(await lease.renew())) return;
      await carryOut(workOf(options, next, lease, signal));
    }
  } catch (error) {
    // The service stops, and another goes on.
    if (!signal.aborted) throw error;
  } finally {
    await lease.release();
  }
}

const carriers: Record<ErasurePhase, (work: ErasureWork) => Promise<void>> = {
  run_log: untilRecorded,
  runs: eraseRuns,
  jobs: eraseJobs,
  quarantine: eraseQuarantine,
  samples: eraseSamples,
  late: settleLate,
  disk: clearDisk,
};

async function carryOut(work: ErasureWork): Promise<void> {
  const { registry, doc, person } = work;
  // The request may have died before it could say so.
  await rememberErased(registry.redis, registry.keys, person.addressIds, doc.created_at.getTime());
  for (const phase of erasurePhases.slice(erasurePhases.indexOf(doc.phase))) {
    if (phase !== doc.phase) await work.save({ phase, cursor: '' });
    await carriers[phase](work);
  }
  await work.save({ status: 'done', subject: null, run_ids: [], cursor: '', finished_at: new Date() });
  registry.events.erasureChanged('done', { erasure_id: doc._id, ...work.counts });
}

function workOf(
  { registry, reader }: ErasuresOptions,
  doc: ErasureDoc,
  lease: WorkLease,
  signal: AbortSignal,
): ErasureWork {
  const { store } = registry;
  const counts = countsOf(doc);
  const save = async (progress: Partial<ErasureDoc> = {}): Promise<void> => {
    signal.throwIfAborted();
    if (!(await lease.renew())) throw new Error('another process carries the erasure out');
    Object.assign(doc, progress);
    const set = { ...progress, counts: toJsonText(counts), run_ids: doc.run_ids };
    await store.writeErasure(() => store.erasures.updateOne({ _id: doc._id }, { $set: set }));
  };
  return { registry, reader, doc, person: openPerson(registry, doc), counts, signal, save };
}
