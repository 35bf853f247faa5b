import { app } from './app.ts';
import { connections } from './connections.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { quarantine } from './quarantine.ts';
import { runs } from './runs.ts';
import { session } from './session.ts';
import { suppressions } from './suppressions.ts';
import { tasks } from './tasks.ts';
import { ui } from './ui.ts';

/** Everything that the console says, by namespace: one per feature. */
export const it = {
  app,
  ui,
  problems,
  session,
  tasks,
  runs,
  quarantine,
  operations,
  connections,
  suppressions,
};
