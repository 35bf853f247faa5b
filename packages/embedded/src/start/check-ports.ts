import { createServer } from 'node:net';
import { TaskhookError } from '@taskhook/errors';
import { portVariables, type Settings } from './settings.ts';

/** Throws `start_failed` that names every port that cannot be had, with the variable that sets it. */
export async function checkPorts({ host, ports }: Pick<Settings, 'host' | 'ports'>): Promise<void> {
  const problems: string[] = [];
  for (const name of portVariables) {
    const twin = portVariables.find((other) => other !== name && ports[other] === ports[name]);
    const reason = twin === undefined ? await whyNot(host, ports[name]) : `is that of ${twin} too`;
    if (reason !== undefined) problems.push(`port ${ports[name]} (${name}) ${reason}`);
  }
  if (problems.length === 0) return;
  throw new TaskhookError(
    'start_failed',
    `${problems.join('; ')}. Free it, or set the variable to another port.`,
  );
}

function whyNot(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'is taken' : `cannot be opened on ${host}: ${error.message}`);
    });
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
