import { join } from 'node:path';
import { buildConsole } from '../console/build-console.ts';
import type { Foreground } from './in-foreground.ts';
import type { PortVariable } from './settings.ts';

export interface Service {
  name: string;
  /** The file that Node runs. */
  entry: string;
  /** Where `/readyz` and `/metrics` are. */
  adminPort: PortVariable;
  /** Makes what it needs besides its sources. Throws only where it is told to stop. */
  prepare?: (context: Pick<Foreground, 'log' | 'signal'>) => Promise<void>;
}

/** Everything that `npm start` runs beside the servers. */
export function services(root: string): Service[] {
  const entry = (name: string) => join(root, 'services', name, 'src', 'main.ts');
  return [
    {
      name: 'task-registry',
      entry: entry('task-registry'),
      adminPort: 'REGISTRY_ADMIN_PORT',
      prepare: (context) => prepareConsole(root, context),
    },
    { name: 'ingress', entry: entry('ingress'), adminPort: 'INGRESS_ADMIN_PORT' },
    { name: 'task-runner', entry: entry('task-runner'), adminPort: 'RUNNER_ADMIN_PORT' },
  ];
}

/** Leads flow without the console: a build that fails is told and stops nothing. */
async function prepareConsole(
  root: string,
  { log, signal }: Pick<Foreground, 'log' | 'signal'>,
): Promise<void> {
  try {
    await buildConsole({ root, log, signal });
  } catch (error) {
    signal.throwIfAborted();
    log(`${error instanceof Error ? error.message : String(error)}\nEverything else starts without it.`);
  }
}
