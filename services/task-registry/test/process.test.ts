import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { newRunId } from '@taskhook/contracts';
import { appendRunLog, connectRedis, redisKeys } from '@taskhook/queue';
import { silentLogger } from '@taskhook/telemetry';
import {
  freePorts,
  spawnService,
  testEnvironment,
  testSettings,
  until,
  untilReady,
  type ServiceProcess,
} from '@taskhook/testing';
import { life, mario } from './events.ts';

const running: ServiceProcess[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) {
    service.kill('SIGKILL');
    await service.exited;
  }
});

async function spawn(more: Record<string, string> = {}) {
  const settings = testSettings();
  const [port = 0, adminPort = 0] = await freePorts(2);
  const environment = {
    ...testEnvironment(settings),
    REGISTRY_PORT: String(port),
    REGISTRY_ADMIN_PORT: String(adminPort),
    LOG_LEVEL: 'debug',
    ...more,
  };
  const service = spawnService('task-registry', environment);
  running.push(service);
  return {
    settings,
    service,
    port,
    adminPort,
    ready: () => untilReady(`http://127.0.0.1:${adminPort}/readyz`, service),
  };
}

describe('a registry process', () => {
  it('stops on SIGTERM with what it has begun finished, and exit code 0', async () => {
    const { settings, service, port, ready } = await spawn();
    await ready();
    const redis = await connectRedis({
      url: settings.redisUrl,
      name: 'test',
      purpose: 'work',
      logger: silentLogger,
    });
    const { runLog } = redisKeys(settings.keyPrefix);
    await appendRunLog(redis, runLog, life(newRunId(), 'task_x'));
    const body = JSON.stringify({ name: 'x' });
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    const authorization = `authorization: Bearer ${settings.adminKey}`;
    const head = ['POST /v1/tasks HTTP/1.1', 'host: x', authorization, 'expect: 100-continue'];
    socket.write([...head, `content-length: ${body.length}`, '', ''].join('\r\n'));
    await until('the request to be begun', () => answer.includes('100 Continue'));
    service.kill('SIGTERM');
    await until('the stop to begin', () => service.output().includes('"stopping"'));
    socket.write(body);
    expect(await service.exited).toBe(0);
    expect(answer).toContain('HTTP/1.1 201 Created');
    const pending = (await redis.xpending(runLog, 'recorder')) as [number];
    expect(pending[0]).toBe(0);
    redis.disconnect();
  });

  it('exits at once on the second signal', async () => {
    const { service, port, settings, ready } = await spawn({ SHUTDOWN_TIMEOUT: '60s' });
    await ready();
    // A request whose body never comes keeps the server from closing.
    const socket = connect(port, '127.0.0.1');
    const head = ['POST /v1/tasks HTTP/1.1', 'host: x', `authorization: Bearer ${settings.adminKey}`];
    socket.write([...head, 'content-length: 100', '', '{'].join('\r\n'));
    socket.on('error', () => undefined);
    service.kill('SIGTERM');
    await until('the stop to begin', () => service.output().includes('"stopping"'));
    service.kill('SIGTERM');
    expect(await service.exited).toBe(1);
    socket.destroy();
  });

  it('tells every problem of its configuration and exits with 1', async () => {
    const { service } = await spawn({
      MONGODB_URL: 'http://x',
      TASKHOOK_ADMIN_KEY: 'short',
      PUBLIC_URL: '',
      TASKHOOK_SECRET_KEY: 'x',
    });
    expect(await service.exited).toBe(1);
    for (const name of ['MONGODB_URL', 'TASKHOOK_ADMIN_KEY', 'PUBLIC_URL', 'TASKHOOK_SECRET_KEY']) {
      expect(service.output()).toContain(`task-registry: ${name} `);
    }
    expect(service.output()).not.toContain('short');
  });

  it.each([
    ['MongoDB', 'MONGODB_URL', (port: number) => `mongodb://127.0.0.1:${port}/x`],
    ['Redis', 'REDIS_URL', (port: number) => `redis://127.0.0.1:${port}`],
  ])('exits with 1 and one clear line where %s cannot be reached', async (name, variable, url) => {
    const [port = 0] = await freePorts(1);
    const { service } = await spawn({ [variable]: url(port) });
    expect(await service.exited).toBe(1);
    expect(service.output()).toContain(`${name} cannot be reached`);
  });

  it('writes nothing personal and no secret to its log', async () => {
    const { settings, service, port, ready } = await spawn();
    await ready();
    const call = (path: string, body: unknown) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${settings.adminKey}` },
        body: JSON.stringify(body),
      });
    const auth = { type: 'header', name: 'x-key', secrets: ['canary-secret'] };
    const task = (await (await call('/v1/tasks', { name: 'Segreto', auth })).json()) as {
      id: string;
      signing_secret: string;
      webhook: { token: string };
    };
    const lead = { ...mario, extra_fields: { 'a.b': 'Giulietta' } };
    expect((await call(`/v1/tasks/${task.id}/test`, { lead })).status).toBe(201);
    expect((await call(`/v1/tasks/${task.id}/test`, { lead: { phone: '12', email: 'anna@' } })).status).toBe(
      422,
    );
    const connection = { name: 'Pagina', provider: 'meta', access_token: 'canary-token' };
    expect((await call('/v1/connections', connection)).status).toBe(201);
    service.kill('SIGTERM');
    await service.exited;
    const output = service.output();
    expect(output).not.toContain('connection is lost');
    expect(output).toContain(task.id);
    const secrets = [
      'Mario',
      '3331234567',
      'mario@',
      'Giulietta',
      'anna@',
      'Segreto',
      'canary',
      settings.adminKey,
      settings.secretKey,
    ];
    for (const secret of [...secrets, task.signing_secret, task.webhook.token])
      expect(output).not.toContain(secret);
  });
});
