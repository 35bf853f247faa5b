import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import {
  createReadModel,
  driftedConnections,
  publishConnection,
  publishTask,
  removeConnection,
  removeUnknownWebhooks,
  removeWebhooks,
  repairEntries,
  type TaskEntry,
} from '../src/index.ts';
import { connect, open } from './connection.ts';

function entry(revision: number, status: 'active' | 'paused' = 'active'): TaskEntry {
  const definition = withTaskDefaults({ name: `Revision ${revision}` });
  return {
    task: { task_id: 'task_1', status, revision, name: definition.name },
    revisions: [{ task_id: 'task_1', revision, definition }],
    webhooks: { tokenA: { task_id: 'task_1', expires_at: null } },
    sealedSigningSecret: 'v1.sealed',
  };
}

async function setup() {
  const { redis, keys } = await connect();
  const subscriber = await open();
  const model = await createReadModel({ commands: redis, subscriber, keys, logger: silentLogger });
  return { redis, keys, subscriber, model };
}

test('a published task is found by its token, and its change replaces what was cached', async () => {
  const { redis, keys, model } = await setup();
  await publishTask(redis, keys, entry(1));
  expect(await model.webhook('tokenA')).toEqual({ task_id: 'task_1', expires_at: null });
  expect(await model.task('task_1')).toMatchObject({ status: 'active', revision: 1 });
  await publishTask(redis, keys, entry(2, 'paused'));
  await expect.poll(() => model.task('task_1')).toMatchObject({ status: 'paused', revision: 2 });
  expect(await model.revision('task_1', 1)).toMatchObject({ definition: { name: 'Revision 1' } });
  expect(await model.sealedSigningSecret('task_1')).toBe('v1.sealed');
});

test('a removed address is not found any more, also where it was cached', async () => {
  const { redis, keys, model } = await setup();
  await publishTask(redis, keys, entry(1));
  await model.webhook('tokenA');
  await removeWebhooks(redis, keys, 'task_1', ['tokenA']);
  await expect.poll(() => model.webhook('tokenA')).toBeNull();
});

test('changes that were announced while the listener was away are seen after it is back', async () => {
  const { redis, keys, subscriber, model } = await setup();
  await publishTask(redis, keys, entry(1));
  await model.task('task_1');
  const back = new Promise((resolve) => {
    subscriber.once('ready', resolve);
  });
  subscriber.disconnect(true);
  await publishTask(redis, keys, entry(2));
  await back;
  await expect.poll(() => model.task('task_1')).toMatchObject({ revision: 2 });
});

test('drift is repaired: a lost record, a changed one and an address that nobody has', async () => {
  const { redis, keys, model } = await setup();
  await publishTask(redis, keys, entry(1));
  expect(await repairEntries(redis, keys, [entry(1)])).toBe(0);
  await redis.hdel(keys.revisions, 'task_1:1');
  expect(await repairEntries(redis, keys, [entry(1)])).toBe(1);
  await redis.hset(keys.tasks, 'task_1', '{"task_id":"task_1","status":"paused","revision":9,"name":"x"}');
  expect(await repairEntries(redis, keys, [entry(1)])).toBe(1);
  expect(await model.task('task_1')).toMatchObject({ revision: 1 });
  await redis.hset(keys.webhooks, 'stray', '{"task_id":"task_9","expires_at":null}');
  const known = async (tokens: string[]) => new Set(tokens.filter((token) => token === 'tokenA'));
  expect(await removeUnknownWebhooks(redis, keys, known)).toBe(1);
  expect(await redis.hkeys(keys.webhooks)).toEqual(['tokenA']);
});

test('a record that is not valid counts as none', async () => {
  const { redis, keys, model } = await setup();
  await redis.hset(keys.tasks, 'task_1', '{"task_id":1}');
  expect(await model.task('task_1')).toBeNull();
});

test('a connection is read as it is now, and is gone when it was removed', async () => {
  const { redis, keys, model } = await setup();
  const record = {
    connection_id: 'conn_1',
    provider: 'meta' as const,
    settings: {},
    sealed_secrets: 'v1.sealed',
  };
  await publishConnection(redis, keys, record);
  expect(await model.connection('conn_1')).toEqual(record);
  await publishConnection(redis, keys, { ...record, sealed_secrets: 'v1.other' });
  expect(await model.connection('conn_1')).toMatchObject({ sealed_secrets: 'v1.other' });
  await removeConnection(redis, keys, 'conn_1');
  expect(await model.connection('conn_1')).toBeNull();
});

test('connections that are missing, changed or unknown are told apart from those that are right', async () => {
  const { redis, keys } = await setup();
  const connection = (id: string) => ({
    connection_id: id,
    provider: 'meta' as const,
    settings: {},
    sealed_secrets: 'v1.sealed',
  });
  const records = ['conn_right', 'conn_changed', 'conn_missing'].map(connection);
  for (const id of ['conn_right', 'conn_stray']) await publishConnection(redis, keys, connection(id));
  await publishConnection(redis, keys, {
    ...connection('conn_changed'),
    settings: { base_url: 'https://x.example' },
  });
  const drifted = await driftedConnections(redis, keys, records);
  expect(drifted).toEqual(['conn_changed', 'conn_missing', 'conn_stray']);
});
