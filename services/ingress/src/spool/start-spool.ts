import type { Resources } from '@taskhook/lifecycle';
import { startPulse, type Pulse, type ReadModelCopier, type Redis, type RedisKeys } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { AddressHasher, Vault } from '@taskhook/vault';
import manifest from '../../package.json' with { type: 'json' };
import type { Acceptance } from '../accept/acceptance.ts';
import type { DurabilityWatch } from '../durability-watch.ts';
import type { IngressEvents } from '../events.ts';
import { startCopyLoop } from './copy-loop.ts';
import type { LocalDisk } from './local-disk.ts';
import { startSpoolLoop } from './spool-loop.ts';
import { age } from './spool-metrics.ts';
import { createSpoolingAcceptance } from './spooling-acceptance.ts';

export interface SpoolParts {
  commands: Redis;
  subscriber: Redis;
  keys: RedisKeys;
  vault: Vault;
  addresses: AddressHasher;
  events: IngressEvents;
  logger: Logger;
  durability: DurabilityWatch;
  /** Takes leads into Redis alone. */
  acceptance: Acceptance;
  resources: Resources;
  copier?: ReadModelCopier;
  /** How fast senders were answered, see `InstanceRecord`. */
  countAnswerTimes: () => Promise<number[]>;
}

/** Tells of this ingress, and brings to Redis what is on its disk. Gives what takes leads with its help. */
export function startSpool(parts: SpoolParts, disk: LocalDisk | undefined): Acceptance {
  const pulse = parts.resources.add('pulse', pulseOf(parts, disk), (made) => made.close());
  return disk === undefined ? parts.acceptance : spooling(parts, disk, pulse);
}

function spooling(parts: SpoolParts, disk: LocalDisk, pulse: Pulse): Acceptance {
  const { commands: redis, resources, acceptance, events } = parts;
  const { spool, circuit } = disk;
  const loop = startSpoolLoop({ ...parts, ...disk, redis, probe: pulse.beat, now: Date.now });
  const wake = (): void => loop.wake();
  disk.onAway(wake);
  redis.on('ready', wake);
  resources.add('spool loop', loop, (made) => {
    redis.off('ready', wake);
    return made.close();
  });
  const { copier } = parts;
  if (copier !== undefined)
    resources.add('known tasks', startCopyLoop({ ...parts, redis, copier }), (made) => made.close());
  return createSpoolingAcceptance({ acceptance, spool, circuit, events });
}

function pulseOf(parts: SpoolParts, disk: LocalDisk | undefined): Pulse {
  const { commands, keys, logger, durability, countAnswerTimes } = parts;
  return startPulse({
    redis: commands,
    keys,
    logger,
    service: 'ingress',
    version: manifest.version,
    report: async () => {
      const level = durability.level();
      return {
        ...(level !== undefined && { durability: level }),
        spool: await reportOf(disk),
        answer_times: await countAnswerTimes(),
      };
    },
  });
}

async function reportOf(disk: LocalDisk | undefined) {
  if (disk === undefined) return null;
  const state = disk.spool.state();
  const problem = (await disk.spool.problem()) ?? null;
  return { entries: state.entries, bytes: state.bytes, oldest_age_seconds: age(state), problem };
}
