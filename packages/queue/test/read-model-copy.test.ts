import { expect, test } from 'vitest';
import { withTaskDefaults } from '@taskhook/contracts';
import { createReadModelCopier, publishTask, type RecordStore } from '../src/index.ts';
import { connect } from './connection.ts';

/** A store in memory, whose disk fails while it is told to. */
function memory() {
  const texts = new Map<string, string>();
  const disk = { fails: false };
  const store: RecordStore = {
    read: (hash, field) => Promise.resolve(texts.get(`${hash} ${field}`)),
    write: async (hash, field, text) => {
      if (disk.fails) throw new Error('the disk is full');
      if (text === null) texts.delete(`${hash} ${field}`);
      else texts.set(`${hash} ${field}`, text);
      return Promise.resolve();
    },
    fields: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
  };
  return { store, disk };
}

test('a change that could not be copied leaves the copy incomplete until everything was copied again', async () => {
  const { redis, keys } = await connect();
  const { store, disk } = memory();
  const copier = createReadModelCopier(redis, keys, store);
  await copier.copyAll();
  expect(copier.copied()).toBe(true);
  const definition = withTaskDefaults({ name: 'Corso' });
  await publishTask(redis, keys, {
    task: { task_id: 'task_1', status: 'active', revision: 1, name: 'Corso' },
    revisions: [{ task_id: 'task_1', revision: 1, definition }],
    webhooks: { tokenA: { task_id: 'task_1', expires_at: null } },
    sealedSigningSecret: 'v1.sealed',
  });
  disk.fails = true;
  await expect(copier.copyChange({ task_id: 'task_1', tokens: ['tokenA'] })).rejects.toThrow('disk is full');
  expect(copier.copied()).toBe(false);
  disk.fails = false;
  await copier.copyAll();
  expect(copier.copied()).toBe(true);
  expect(await store.read(keys.webhooks, 'tokenA')).toContain('task_1');
});
