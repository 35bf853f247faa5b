import { TaskhookError } from '@taskhook/errors';
import { sayWhenSlow } from '../say-when-slow.ts';
import { waitUntil } from '../wait-until.ts';
import type { EmbeddedServer, ServerOptions } from './server.ts';

const patience = 5_000;

export interface Address {
  /** What is expected there, for people. */
  name: string;
  /** The environment variable that it came from. */
  variable: string;
  url: string;
  /** The scheme that is spoken in the clear; another one is not asked for a sign of life. */
  scheme: string;
  defaultPort: number;
  isReady: (host: string, port: number) => Promise<boolean>;
}

/**
 * Takes the server at the address that the environment gives. One that does not answer within five
 * seconds stops the start; over TLS the services themselves find out.
 */
export async function useAddress(address: Address, { log, signal }: ServerOptions): Promise<EmbeddedServer> {
  const server = { url: address.url, kind: 'address', close: async () => {} };
  const hosts = hostsOf(address);
  const where = hosts.map(({ host, port }) => `${host}:${port}`).join(', ');
  log(`${address.name}: the one at ${where || 'the address'} given by ${address.variable}.`);
  if (!address.url.startsWith(`${address.scheme}://`) || /[?&](tls|ssl)=true/.test(address.url))
    return server;

  const anyReady = async () =>
    (await Promise.all(hosts.map(({ host, port }) => address.isReady(host, port)))).includes(true);
  const answers = await sayWhenSlow(`waiting for ${address.name} at ${where}`, log, () =>
    waitUntil(anyReady, patience, signal),
  );
  if (answers) return server;
  throw new TaskhookError(
    'start_failed',
    `No ${address.name} answers at ${where}, as ${address.variable} says.`,
  );
}

/** Several hosts may stand there, which the URL class refuses. Never gives user or password. */
function hostsOf(address: Address): { host: string; port: number }[] {
  const list = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/?]+)/.exec(address.url)?.[1] ?? '';
  return list
    .split(',')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, host = entry, port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      return {
        host: host.replace(/^\[|\]$/g, ''),
        port: port === undefined ? address.defaultPort : Number(port),
      };
    });
}
