import type { Redis } from 'ioredis';
import { SuppressionRecord, validator, type SuppressionChanged } from '@taskhook/contracts';
import { results } from './pipeline-results.ts';
import type { RedisKeys } from './keys.ts';

export type SuppressionChange = Pick<SuppressionChanged, 'id' | 'record'>;

/** What is known of some addresses. */
export interface Suppressions {
  /** False until task-registry has published the whole list: what is not there may be missing. */
  complete: boolean;
  /** Those of the asked ids that have a state, also one that was lifted. */
  records: { id: string; record: SuppressionRecord }[];
}

const COMPLETE = 'complete';

/** As `supersedes` in contracts; ARGV: id, record, its time, 1 where it suppresses. */
const CHANGE = `
local held = redis.call('HGET', KEYS[1], ARGV[1])
if held then
  local record = cjson.decode(held)
  local at = tonumber(ARGV[3])
  if record.at > at then return 0 end
  if record.at == at and (record.active or ARGV[4] == '0') then return 0 end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`;

const SCRIPTS_AT_ONCE = 500;

/**
 * Keeps changes, each unless a later one is known. With `runLog` they are logged in the same
 * transaction, for task-registry to keep: then one is never in Redis alone.
 */
export async function changeSuppressions(
  redis: Redis,
  keys: RedisKeys,
  changes: readonly SuppressionChange[],
  { runLog = false }: { runLog?: boolean } = {},
): Promise<void> {
  for (let at = 0; at < changes.length; at += SCRIPTS_AT_ONCE) {
    const part = changes.slice(at, at + SCRIPTS_AT_ONCE);
    const transaction = redis.multi();
    for (const { id, record } of part) {
      const flag = record.active ? '1' : '0';
      transaction.eval(CHANGE, 1, keys.suppressions, id, JSON.stringify(record), record.at, flag);
    }
    if (runLog) transaction.xadd(keys.runLog, '*', 'e', JSON.stringify(part.map(toEvent)));
    await results(transaction.exec());
  }
}

function toEvent(change: SuppressionChange): SuppressionChanged {
  return { type: 'suppression', ...change };
}

/** Says that the list in Redis is whole. */
export async function completeSuppressions(redis: Redis, keys: RedisKeys): Promise<void> {
  await redis.hset(keys.suppressions, COMPLETE, '1');
}

/** Looks up addresses by their keyed hashes. */
export async function readSuppressions(
  redis: Redis,
  keys: RedisKeys,
  ids: readonly string[],
): Promise<Suppressions> {
  const [complete, ...texts] = await redis.hmget(keys.suppressions, COMPLETE, ...ids);
  return { complete: complete !== null, records: recordsOf(ids, texts) };
}

/** Everything that Redis holds, in parts. */
export async function* heldSuppressions(redis: Redis, keys: RedisKeys): AsyncGenerator<SuppressionChange[]> {
  for await (const page of redis.hscanStream(keys.suppressions, { count: 500 })) {
    const flat = (page as string[]).filter((_text, i, all) => all[i - (i % 2)] !== COMPLETE);
    const even = (wanted: 0 | 1) => flat.filter((_text, i) => i % 2 === wanted);
    yield recordsOf(even(0), even(1));
  }
}

const check = validator(SuppressionRecord);

/** A record that cannot be read counts as one that suppresses: it must not let a message out. */
function recordsOf(ids: readonly string[], texts: readonly (string | null)[]): SuppressionChange[] {
  return ids.flatMap((id, i) => {
    const text = texts[i];
    if (text === null || text === undefined) return [];
    const result = check(JSON.parse(text));
    return [{ id, record: result.ok ? result.value : unreadable }];
  });
}

const unreadable: SuppressionRecord = { kind: 'phone', active: true, reason: 'other', origin: 'api', at: 0 };
