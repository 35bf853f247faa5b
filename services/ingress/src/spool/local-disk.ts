import type { Resources } from '@taskhook/lifecycle';
import type { Vault } from '@taskhook/vault';
import type { IngressConfig } from '../config.ts';
import type { IngressEvents } from '../events.ts';
import { createCircuit, type Circuit } from './circuit.ts';
import { openFreeFolder } from './folders.ts';
import { knownTasks, type KnownTasks } from './known-tasks.ts';
import type { SpoolMetrics } from './spool-metrics.ts';
import { createSpool, type Spool } from './spool.ts';

/** What ingress has on its own disk, and whether it lives on it at the moment. */
export interface LocalDisk {
  spool: Spool;
  known: KnownTasks;
  circuit: Circuit;
  /** The folder of all spools, and the name of this one's own in it. */
  dir: string;
  own: string;
  /** Called when Redis has failed that worked before. */
  onAway(listener: () => void): void;
}

export interface DiskParts {
  events: IngressEvents;
  metrics: SpoolMetrics;
  resources: Resources;
}

/** Opens the spool; undefined where none is configured. Throws `start_failed`. */
export async function openLocalDisk(
  config: IngressConfig,
  vault: Vault,
  { events, metrics, resources }: DiskParts,
): Promise<LocalDisk | undefined> {
  const { spoolDir: dir, spoolMaxBytes: maxBytes, spoolMinFree: minFreeBytes } = config;
  if (dir === '') return undefined;
  const { name, store } = await openFreeFolder(dir);
  const spool = await createSpool({ store, vault, maxBytes, minFreeBytes, now: Date.now });
  resources.add('spool', spool, (made) => made.close());
  metrics.watch(() => spool.state());
  let away = (): void => undefined;
  const circuit = createCircuit(events, () => away());
  events.spoolOpened(name, spool.state().entries);
  return {
    spool,
    known: knownTasks(store),
    circuit,
    dir,
    own: name,
    onAway: (listener) => {
      away = listener;
    },
  };
}
