import { confirmClaims, createGroupCommit } from '@taskhook/queue';
import { orUnavailable } from '../unavailable.ts';
import { commitGroup, type CommitParts } from './commit-group.ts';
import type { Entry } from './entry.ts';

export interface Acceptance {
  /** Resolves when Redis has taken the entry, with whatever else arrived then; throws `unavailable`. */
  add(entry: Entry): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
}

const GROUP_ITEMS = 100;
const GROUPS_IN_FLIGHT = 4;

export function createAcceptance(parts: CommitParts): Acceptance {
  const confirming = new Set<Promise<void>>();
  const commit = async (group: Entry[]): Promise<void> => {
    await commitGroup(parts, group);
    // Nobody waits for it: an unconfirmed claim costs its sender's retry two seconds, and no lead.
    const confirmation = confirm(parts, group).finally(() => confirming.delete(confirmation));
    confirming.add(confirmation);
  };
  const groups = createGroupCommit<Entry>({
    commit,
    maxItems: GROUP_ITEMS,
    maxInFlight: GROUPS_IN_FLIGHT,
  });
  return {
    add: (entry) => orUnavailable(groups.add(entry)),
    idle: async () => {
      await groups.idle();
      await Promise.all(confirming);
    },
  };
}

async function confirm({ redis, events }: CommitParts, group: readonly Entry[]): Promise<void> {
  const claims = group.flatMap((entry) => entry.claims);
  try {
    await confirmClaims(redis, claims);
  } catch (error) {
    events.claimsUnconfirmed(claims.length, error);
  }
}
