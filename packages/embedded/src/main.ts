import { fileURLToPath } from 'node:url';
import { inForeground } from './start/in-foreground.ts';
import { killAll } from './start/leftovers.ts';
import { runAll } from './start/run-all.ts';
import { services } from './start/services.ts';
import { readSettings } from './start/settings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

await inForeground(process, (context) => {
  const settings = readSettings(process.env, root);
  context.onKill(() => killAll(settings.dataDir));
  return runAll(settings, services(root), context);
});
