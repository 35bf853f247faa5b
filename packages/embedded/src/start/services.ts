import { join } from 'node:path';
import type { PortVariable } from './settings.ts';

export interface Service {
  name: string;
  /** The file that Node runs. */
  entry: string;
  /** Where `/readyz` and `/metrics` are. */
  adminPort: PortVariable;
}

/** Everything that `npm start` runs beside the servers. */
export function services(root: string): Service[] {
  const entry = (name: string) => join(root, 'services', name, 'src', 'main.ts');
  return [
    { name: 'task-registry', entry: entry('task-registry'), adminPort: 'REGISTRY_ADMIN_PORT' },
    { name: 'ingress', entry: entry('ingress'), adminPort: 'INGRESS_ADMIN_PORT' },
    { name: 'task-runner', entry: entry('task-runner'), adminPort: 'RUNNER_ADMIN_PORT' },
  ];
}
