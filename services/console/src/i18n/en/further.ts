import { connections } from './connections.ts';
import { erasures } from './erasures.ts';
import { missing } from './missing.ts';
import { operations } from './operations.ts';
import { quarantine } from './quarantine.ts';
import { runReplays } from './run-replays.ts';
import { runs } from './runs.ts';
import { suppressions } from './suppressions.ts';
import { taskConnect } from './task-connect.ts';
import { taskMap } from './task-map.ts';
import { taskMessage } from './task-message.ts';
import { taskTest } from './task-test.ts';

/** What the other features and the page of a task say, by namespace: fetched with the first of these pages. */
export const further = {
  runs: { ...runs, ...runReplays },
  missing,
  quarantine,
  operations,
  erasures,
  connections,
  suppressions,
  tasks: { ...taskConnect, ...taskMap, ...taskMessage, ...taskTest },
};
