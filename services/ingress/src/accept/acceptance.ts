import { createGroupCommit, type Admission, type Admitted } from '@taskhook/queue';
import { orUnavailable } from '../unavailable.ts';
import { commitGroup, type CommitParts } from './commit-group.ts';

export interface Acceptance {
  /**
   * Resolves when Redis has taken it, with whatever else arrived then, or has found it to be in already;
   * throws `unavailable`.
   */
  add(admission: Admission): Promise<Admitted>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
}

const GROUP_ITEMS = 100;
const GROUPS_IN_FLIGHT = 2;

export function createAcceptance(parts: CommitParts): Acceptance {
  const groups = createGroupCommit<Admission, Admitted>({
    commit: (group) => commitGroup(parts, group),
    maxItems: GROUP_ITEMS,
    maxInFlight: GROUPS_IN_FLIGHT,
  });
  return { add: (admission) => orUnavailable(groups.add(admission)), idle: groups.idle };
}
