import { resolve } from 'node:path';
import { TaskhookError } from '@taskhook/errors';

/** The variables that name ports, with what they are when left out. */
const defaultPorts = {
  INGRESS_PORT: 8080,
  REGISTRY_PORT: 8081,
  INGRESS_ADMIN_PORT: 9080,
  REGISTRY_ADMIN_PORT: 9081,
  RUNNER_ADMIN_PORT: 9082,
} as const;

export type PortVariable = keyof typeof defaultPorts;
type Ports = Record<PortVariable, number>;

export interface Settings {
  /** The folder that holds everything this installation keeps. */
  dataDir: string;
  /** The address that the services listen on. */
  host: string;
  /** The same address as a caller on this machine writes it. */
  localHost: string;
  ports: Ports;
  /** Everything else; handed on to the services. */
  env: NodeJS.ProcessEnv;
}

/** Throws `invalid_configuration` that names every variable that does not parse. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const host = env['HOST'] || '127.0.0.1';
  return {
    dataDir: resolve(root, env['TASKHOOK_DATA_DIR'] || '.data'),
    host,
    localHost: ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host,
    ports: readPorts(env),
    env,
  };
}

function readPorts(env: NodeJS.ProcessEnv): Ports {
  const ports: Ports = { ...defaultPorts };
  const problems: string[] = [];
  for (const name of portVariables) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    ports[name] = Number(text);
    if (!/^\d+$/.test(text) || ports[name] < 1 || ports[name] > 65_535) {
      problems.push(`${name} must be a port from 1 to 65535, not ${text}`);
    }
  }
  if (problems.length > 0) throw new TaskhookError('invalid_configuration', `${problems.join('; ')}.`);
  return ports;
}

export const portVariables: readonly PortVariable[] = [
  'INGRESS_PORT',
  'REGISTRY_PORT',
  'INGRESS_ADMIN_PORT',
  'REGISTRY_ADMIN_PORT',
  'RUNNER_ADMIN_PORT',
];
