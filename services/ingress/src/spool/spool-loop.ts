import { SECOND } from '@taskhook/contracts';
import { startLoop, type Loop } from '@taskhook/lifecycle';
import type { Logger } from '@taskhook/telemetry';
import type { Vault } from '@taskhook/vault';
import type { DurabilityWatch } from '../durability-watch.ts';
import type { Circuit } from './circuit.ts';
import { drain, type DrainParts } from './drain.ts';
import { leftFolders } from './folders.ts';
import { createSpool, type Spool } from './spool.ts';

export interface SpoolLoopParts extends Omit<DrainParts, 'took'> {
  spool: Spool;
  circuit: Circuit;
  durability: DurabilityWatch;
  vault: Vault;
  /** The folder of all spools on this machine, and the name of one's own in it. */
  dir: string;
  own: string;
  /** Writes to Redis; rejects where it takes no write. */
  probe: () => Promise<void>;
  logger: Logger;
}

/** How soon Redis is tried again while it is away. */
const AWAY_MS = 250;
/** Leads that Redis refuses are tried again this seldom; folders that others have left are looked for as often. */
const SELDOM_MS = 10 * SECOND;

/**
 * Brings what is in the spool to Redis, whenever Redis takes it, and finds out that it does again. What
 * processes have left that are no more is brought there too.
 */
export function startSpoolLoop(parts: SpoolLoopParts): Loop {
  const { circuit, spool, durability, logger } = parts;
  const again = { drainAt: 0, adoptAt: 0 };
  const turn = async (signal: AbortSignal): Promise<void> => {
    const now = performance.now();
    // A Redis that evicts would lose what is safe here.
    if (durability.problem() !== undefined) return circuit.open(new Error(durability.problem()));
    if (spool.state().entries > 0 && (now >= again.drainAt || circuit.isOpen())) {
      const result = await drain({ ...parts, took: circuit.close }, spool, signal);
      if (result.outcome === 'stopped') return circuit.open(result.error);
      if (result.left > 0) again.drainAt = performance.now() + SELDOM_MS;
    }
    if (circuit.isOpen()) await parts.probe().then(circuit.close, () => undefined);
    else if (now >= again.adoptAt) {
      again.adoptAt = now + SELDOM_MS;
      await adopt(parts, signal);
    }
  };
  const loop: Loop = startLoop({
    name: 'spool',
    logger,
    pauseMs: AWAY_MS,
    turn,
  });
  return loop;
}

/** Drains the spools that nobody has any more. */
async function adopt(parts: SpoolLoopParts, signal: AbortSignal): Promise<void> {
  for await (const { store } of leftFolders(parts.dir, parts.own)) {
    const left = await createSpool({ ...parts, store, maxBytes: 0, minFreeBytes: 0 });
    try {
      const { entries } = left.state();
      if (entries > 0) {
        parts.events.spoolTakenOver(entries);
        await drain({ ...parts, took: () => undefined }, left, signal);
      }
    } finally {
      await left.close();
    }
  }
}
