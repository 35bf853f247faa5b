import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  freePorts,
  spawnService,
  startOwnRedis,
  testEnvironment,
  until,
  untilReady,
  type OwnRedis,
  type ServiceProcess,
} from '@taskhook/testing';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { mario } from './task-entry.ts';

const MIB = 1_048_576;
const CLIENTS = 2_000;
const SENT = 200_000;

let redis: OwnRedis;
let beside: RunningIngress;
let service: ServiceProcess | undefined;
const sockets: Socket[] = [];
beforeEach(async () => {
  redis = await startOwnRedis();
  beside = await runIngress(1, redis.settings);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  redis.signal('SIGCONT');
  service?.kill('SIGKILL');
  await service?.exited;
  await beside.close();
  await redis.close();
});

const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;

/** A sender that begins with a large body and never ends it. */
async function slowClient(port: number, token: string): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  socket.resume();
  await once(socket, 'connect');
  socket.write(`POST /w/${token} HTTP/1.1\r\nhost: x\r\ncontent-length: ${MIB - 1}\r\n\r\n`);
  socket.write(Buffer.alloc(SENT, 120));
}

test.runIf(existsSync('/proc/self/status'))(
  'two thousand slow senders and a Redis that stands still do not fill the memory, and leads flow again after them',
  async () => {
    const { token } = await beside.task();
    const [port = 0, adminPort = 0] = await freePorts(2);
    service = spawnService('ingress', {
      ...testEnvironment(redis.settings),
      INGRESS_PORT: String(port),
      INGRESS_ADMIN_PORT: String(adminPort),
      INGRESS_MAX_BODY_MEMORY: '32MiB',
      INGRESS_REQUEST_TIMEOUT: '15s',
    });
    const { pid } = service;
    await untilReady(`http://127.0.0.1:${adminPort}/readyz`, service);
    const url = `http://127.0.0.1:${port}/w/${token}`;
    expect((await post(url, mario)).status).toBe(200);
    const before = residentBytes(pid);
    redis.signal('SIGSTOP');
    const leads = Array.from({ length: 200 }, (_, n) =>
      post(url, { ...mario, n }).then(({ status }) => status),
    );
    for (let n = 0; n < CLIENTS; n += 100)
      await Promise.all(Array.from({ length: 100 }, () => slowClient(port, token)));
    let most = 0;
    await until(
      'every sender to be cut',
      () => {
        most = Math.max(most, residentBytes(pid));
        return sockets.every(({ destroyed, readableEnded }) => destroyed || readableEnded);
      },
      90_000,
    );
    // What they sent is 400 MB.
    expect(most - before).toBeLessThan(200 * MIB);
    expect(new Set(await Promise.all(leads))).toEqual(new Set([503]));
    redis.signal('SIGCONT');
    await until('leads to flow', async () => (await post(url, { ...mario, n: 'after' })).status === 200);
  },
  150_000,
);
