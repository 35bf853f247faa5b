import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  HIDDEN_SECRET,
  RevisionRecord,
  Task,
  validator,
  type Auth,
  type Problem,
  type TaskInput,
} from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { createVault } from '@taskhook/vault';
import { openStore } from '../src/store/store.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

const meta: Auth = {
  type: 'hmac',
  preset: 'meta',
  secrets: ['first-app-secret', 'second-app-secret'],
  verify_token: 'canary-verify-token',
};
const isTask = validator(Task);
const isRevision = validator(RevisionRecord);

async function published(task: Task): Promise<Auth> {
  const { redis, keys } = registry;
  const text = (await redis.hget(keys.revisions, `${task.id}:${task.revision}`)) ?? 'null';
  const result = isRevision(JSON.parse(text));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.definition.auth;
}

/** The secrets that ingress would open. */
async function opened(task: Task): Promise<string[]> {
  const vault = createVault(Buffer.from(registry.settings.secretKey, 'base64'));
  const auth = await published(task);
  if (auth.type === 'none') return [];
  const sealed = auth.type === 'hmac' && auth.verify_token !== undefined ? [auth.verify_token] : [];
  return [...auth.secrets, ...sealed].map((text) => vault.open(text, `${task.id}:auth`));
}

const change = <T = Task>(task: Task, patch: unknown) =>
  registry.call<T>('PATCH', `/v1/tasks/${task.id}`, patch);

describe('the secrets of an auth', () => {
  it('are never shown, wherever the task is', async () => {
    const task = await registry.createTask({ auth: meta });
    const hidden = { ...meta, secrets: [HIDDEN_SECRET, HIDDEN_SECRET], verify_token: HIDDEN_SECRET };
    expect(task.auth).toEqual(hidden);
    expect(isTask(task).ok).toBe(true);
    const paths = [
      `/v1/tasks/${task.id}`,
      '/v1/tasks',
      `/v1/tasks/${task.id}/revisions`,
      `/v1/tasks/${task.id}/revisions/1`,
    ];
    for (const path of paths) {
      const text = JSON.stringify((await registry.call('GET', path)).body);
      expect(text).toContain(HIDDEN_SECRET);
      expect(text).not.toMatch(/app-secret|canary|v1\./);
    }
    const paused = await registry.call<Task>('POST', `/v1/tasks/${task.id}/pause`);
    expect(paused.body.auth).toEqual(hidden);
  });

  it('are sealed in MongoDB and in the read model, and open for the task alone', async () => {
    const task = await registry.createTask({ auth: meta });
    expect(await opened(task)).toEqual(['first-app-secret', 'second-app-secret', 'canary-verify-token']);
    const { redis, keys, settings } = registry;
    const store = await openStore(settings.mongodbUrl, silentLogger);
    const docs = [await store.tasks.find().lean(), await store.revisions.find().lean()];
    await store.close();
    const all = JSON.stringify([docs, await redis.hgetall(keys.revisions)]);
    expect(all).not.toMatch(/app-secret|canary/);
  });

  it('stay as they are where they come back hidden, and nothing else changes', async () => {
    const task = await registry.createTask({ auth: meta });
    const shown = await registry.call<Task>('GET', `/v1/tasks/${task.id}`);
    const { body } = await change(task, { auth: shown.body.auth });
    expect(body.revision).toBe(1);
    const plain = await change(task, { auth: meta });
    expect(plain.body.revision).toBe(1);
  });

  it('are rotated one by one, the others kept at their places', async () => {
    const task = await registry.createTask({ auth: meta });
    const auth = { ...meta, secrets: [HIDDEN_SECRET, 'new', 'newer'], verify_token: HIDDEN_SECRET };
    const { status, body } = await change(task, { auth });
    expect([status, body.revision]).toEqual([200, 2]);
    expect(await opened(body)).toEqual(['first-app-secret', 'new', 'newer', 'canary-verify-token']);
  });

  it('survive changes of other members', async () => {
    const task = await registry.createTask({ auth: meta });
    const { body } = await change(task, { name: 'Altro' });
    expect((await opened(body))[0]).toBe('first-app-secret');
  });

  it('are refused where a hidden one stands for nothing', async () => {
    const auth: Auth = { type: 'header', name: 'x-key', secrets: [HIDDEN_SECRET] };
    const made = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', auth });
    expect([made.status, made.body.code, made.body.errors?.[0]?.field]).toEqual([
      422,
      'invalid_task',
      'auth.secrets.0',
    ]);
    const task = await registry.createTask({ auth: { ...auth, secrets: ['one'] } });
    const moved = { auth: { ...auth, secrets: ['two', HIDDEN_SECRET] } };
    const changed = await change<Problem>(task, moved);
    expect(changed.body.errors?.[0]?.field).toBe('auth.secrets.1');
    expect(await opened(task)).toEqual(['one']);
  });

  it('fit sealed where they are as long as they may be, and not longer', async () => {
    const long = '€'.repeat(500);
    const basic = (secret: string): Partial<TaskInput> => ({
      auth: { type: 'basic', username: 'leads', secrets: [secret] },
    });
    const task = await registry.createTask(basic(long));
    expect(await opened(task)).toEqual([long]);
    const { status, body } = await change<Problem>(task, basic(`${long}€`));
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'auth.secrets.0']);
  });
});

describe('what cannot work is refused at save', () => {
  const step = (headers: Record<string, string>) => ({
    steps: [{ id: 'a', channel: 'http', request: { url: 'https://crm.example/', headers } }],
  });

  it.each<[string, object, string]>([
    [
      'a user name with a colon',
      { auth: { type: 'basic', username: 'a:b', secrets: ['x'] } },
      'auth.username',
    ],
    ['half a recipe', { auth: { type: 'hmac', recipe: {}, secrets: ['x'] } }, 'auth.recipe.header'],
    [
      'a secret that is not in the encoding of its preset',
      { auth: { type: 'hmac', preset: 'standard-webhooks', secrets: ['no base64!'] } },
      'auth.secrets.0',
    ],
    ['the header Host', step({ Host: 'x' }), 'steps.0.request.headers.Host'],
    ['Content-Length', step({ 'content-length': '1' }), 'steps.0.request.headers.content-length'],
    ['Idempotency-Key', step({ 'Idempotency-Key': '1' }), 'steps.0.request.headers.Idempotency-Key'],
    ['a header of Standard Webhooks', step({ 'Webhook-Id': '1' }), 'steps.0.request.headers.Webhook-Id'],
    [
      'a header of proxies',
      step({ 'proxy-authorization': '1' }),
      'steps.0.request.headers.proxy-authorization',
    ],
    ['a header that is none', step({ 'x y': '1' }), 'steps.0.request.headers.x y'],
    ['a country that has no phones', { lead: { default_country: 'ZZ' } }, 'lead.default_country'],
  ])('%s', async (_what, input, field) => {
    const { status, body } = await registry.call<Problem>('POST', '/v1/tasks', { name: 'x', ...input });
    expect([status, body.code]).toEqual([422, 'invalid_task']);
    expect(body.errors?.map((error) => error.field)).toContain(field);
  });

  it('and other headers are taken', async () => {
    const { status } = await registry.call('POST', '/v1/tasks', { name: 'x', ...step({ 'X-Api-Key': '1' }) });
    expect(status).toBe(201);
  });
});
