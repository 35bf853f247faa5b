import { DAY, HOUR } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import { rethrowStoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { hourOf } from './hours.ts';

/** Once an hour figures of tasks that are older than so many days are removed. The ledger stays. */
export function startStatsSweeper(store: Store, logger: Logger, keptDays: number): Loop {
  return startLoop({
    name: 'stats',
    logger,
    pauseMs: HOUR,
    turn: async () => void (await sweepStats(store, keptDays).catch(rethrowStoreFault)),
  });
}

export async function sweepStats(
  store: Pick<Store, 'stats' | 'writeStats'>,
  keptDays: number,
): Promise<number> {
  const oldest = hourOf(Date.now() - keptDays * DAY);
  const { deletedCount } = await store.writeStats(() => store.stats.deleteMany({ hour: { $lt: oldest } }));
  return deletedCount;
}
