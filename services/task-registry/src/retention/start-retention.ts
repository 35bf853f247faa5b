import { HOUR } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import { createWorkLease } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Registry } from '../registry.ts';
import { rethrowStoreFault } from '../store/store-fault.ts';
import { sweepRetention, type RetentionDays } from './sweep-retention.ts';

/** Once an hour, in one process, what is older than it is to be kept is removed. */
export function startRetention(registry: Registry, days: RetentionDays, logger: Logger): Loop {
  return startLoop({
    name: 'retention',
    logger,
    pauseMs: HOUR,
    turn: (signal) => turn(registry, days, signal).catch(rethrowStoreFault),
  });
}

async function turn(registry: Registry, days: RetentionDays, signal: AbortSignal): Promise<void> {
  const lease = createWorkLease(registry.redis, registry.keys, 'retention');
  try {
    const mayGoOn = async (): Promise<boolean> => !signal.aborted && (await lease.renew());
    registry.events.retentionSwept(await sweepRetention(registry, days, mayGoOn));
  } finally {
    await lease.release();
  }
}
