import { app } from './app.ts';
import { problems } from './problems.ts';
import { tasks } from './tasks.ts';
import { ui } from './ui.ts';

/** What the list of tasks and the frame around every page say, by namespace. The rest is in `further.ts`. */
export const it = {
  app,
  ui,
  problems,
  tasks,
};
