import type { ErasureCounts } from '@taskhook/contracts';
import type { RunLogReader } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import type { ErasureDoc } from '../store/erasure-model.ts';
import type { Person } from './person.ts';

/** An erasure that is being carried out. */
export interface ErasureWork {
  registry: Registry;
  reader: Pick<RunLogReader, 'end' | 'hasCommitted' | 'trim'>;
  doc: ErasureDoc;
  person: Person;
  counts: ErasureCounts;
  signal: AbortSignal;
  /** Keeps how far it has come, and the right to go on. Throws where the service stops or another has it. */
  save: (progress?: Partial<ErasureDoc>) => Promise<void>;
}
