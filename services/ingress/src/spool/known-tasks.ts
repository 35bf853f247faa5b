import type { RecordStore } from '@taskhook/queue';
import { startingWith, type Store } from './store.ts';

/** The read model as it was last seen, on disk beside the spool; its secrets are sealed there as in Redis. */
export interface KnownTasks extends RecordStore {
  /** Whether there is anything at all. */
  any(): Promise<boolean>;
}

const PREFIX = 'm!';

export function knownTasks(store: Store): KnownTasks {
  return {
    read: (hash, field) => store.get(keyOf(hash, field)),
    write: async (hash, field, text) => {
      if (text === null) await store.del(keyOf(hash, field));
      else await store.put(keyOf(hash, field), text);
    },
    fields: async (hash) => {
      const start = keyOf(hash, '');
      const keys = await store.keys(startingWith(start)).all();
      return keys.map((key) => key.slice(start.length));
    },
    remove: (hash, fields) =>
      store.batch(fields.map((field) => ({ type: 'del' as const, key: keyOf(hash, field) }))),
    any: async () => (await store.keys({ ...startingWith(PREFIX), limit: 1 }).all()).length > 0,
  };
}

const keyOf = (hash: string, field: string): string => `${PREFIX}${hash}!${field}`;
