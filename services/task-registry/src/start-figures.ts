import type { Resources } from '@taskhook/lifecycle';
import type { RunLogReader } from '@taskhook/queue';
import type { Logger } from '@taskhook/telemetry';
import type { Config } from './config.ts';
import { startLedgerReconciler } from './figures/reconcile-ledger.ts';
import { startStatsSweeper } from './figures/sweep-stats.ts';
import { startLedgerWatch, type LedgerWatch } from './figures/watch-ledger.ts';
import { startSampler } from './operations/sampler.ts';
import type { Registry } from './registry.ts';

/** Starts what keeps the figures of tasks and of the installation true. */
export function startFigures(
  config: Config,
  registry: Registry,
  reader: RunLogReader,
  logger: Logger,
  resources: Resources,
): LedgerWatch {
  const { store, redis, keys, events } = registry;
  const sampler = startSampler({ registry, tally: registry.tally, logger });
  resources.add('operations', sampler, (loop) => loop.close());
  const reconciler = startLedgerReconciler({ store, events, logger });
  resources.add('ledger', reconciler, (loop) => loop.close());
  const sweeper = startStatsSweeper(store, logger, config.statsDays);
  resources.add('stats', sweeper, (loop) => loop.close());
  const watch = startLedgerWatch({ store, redis, keys, reader, logger, told: events.ledgerSeen });
  return resources.add('ledger watch', watch, ({ loop }) => loop.close());
}
