/**
 * The images' health check: asks the service named by `SERVICE` whether it lives.
 * Ends with code 0 on a 2xx answer, with 1 on any other answer, none within 2 s, or an unknown service.
 */
import { env, exit } from 'node:process';

/** Variable and default of each service's admin port, as in its configuration table. */
const adminPorts: Record<string, readonly [variable: string, fallback: string]> = {
  ingress: ['INGRESS_ADMIN_PORT', '9080'],
  'task-registry': ['REGISTRY_ADMIN_PORT', '9081'],
  'task-runner': ['RUNNER_ADMIN_PORT', '9082'],
};

const [variable, fallback] = adminPorts[env['SERVICE'] ?? ''] ?? exit(1);
const url = `http://127.0.0.1:${env[variable] ?? fallback}/livez`;
const lives = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
  (answer) => answer.ok,
  () => false,
);
exit(lives ? 0 : 1);
