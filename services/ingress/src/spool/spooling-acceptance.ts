import type { Admission, Admitted } from '@taskhook/queue';
import type { Acceptance } from '../accept/acceptance.ts';
import type { IngressEvents } from '../events.ts';
import type { Circuit } from './circuit.ts';
import type { Spool } from './spool.ts';

export interface SpoolingParts {
  acceptance: Acceptance;
  spool: Spool;
  circuit: Circuit;
  events: IngressEvents;
}

/**
 * Takes leads into Redis, and into the spool where Redis cannot. A group whose outcome is not known goes
 * there too: when it is admitted again, what is in by then stays in, once. While the spool has entries
 * a lead is looked for among them first, so that a sender's retry gets the run that it was told of;
 * what is not there goes straight to Redis, since the spool's entries keep their claims by their own
 * admission, or are found to be duplicates in it.
 */
export function createSpoolingAcceptance(parts: SpoolingParts): Acceptance {
  const { acceptance, spool, circuit } = parts;
  return {
    add: (admission) => {
      if (circuit.isOpen()) return keep(parts, admission);
      if (spool.state().entries > 0) return findOrAdd(parts, admission);
      return addOrKeep(parts, admission);
    },
    idle: () => acceptance.idle(),
  };
}

async function findOrAdd(parts: SpoolingParts, admission: Admission): Promise<Admitted> {
  const found = await parts.spool.find(admission).catch(() => undefined);
  return found ?? addOrKeep(parts, admission);
}

async function addOrKeep(parts: SpoolingParts, admission: Admission): Promise<Admitted> {
  try {
    return await parts.acceptance.add(admission);
  } catch (error) {
    parts.circuit.open(error);
    return keep(parts, admission);
  }
}

async function keep({ spool, events }: SpoolingParts, admission: Admission): Promise<Admitted> {
  try {
    const answer = await spool.add(admission);
    if (answer.status === 'admitted') events.spooled();
    return answer;
  } catch (error) {
    events.spoolRefused();
    throw error;
  }
}
