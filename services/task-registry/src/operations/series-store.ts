import { validator } from '@taskhook/contracts';
import type { Redis, RedisKeys } from '@taskhook/queue';
import { countsOf, emptyTally, OperationsPoint, type Tally } from './point.ts';

export type Range = '1h' | '24h';

/** How far points of a range are apart, and how many are kept. */
export const ranges = {
  '1h': { stepMs: 10_000, kept: 360 },
  '24h': { stepMs: 300_000, kept: 288 },
} as const;

const checkPoint = validator(OperationsPoint);

/** The points of a range, oldest first. */
export async function readPoints(redis: Redis, keys: RedisKeys, range: Range): Promise<OperationsPoint[]> {
  const texts = await redis.lrange(keys.operations(range), 0, -1);
  return texts.flatMap((text) => {
    const result = checkPoint(JSON.parse(text));
    return result.ok ? [result.value] : [];
  });
}

export async function appendPoint(
  redis: Redis,
  keys: RedisKeys,
  range: Range,
  point: OperationsPoint,
): Promise<void> {
  const key = keys.operations(range);
  await redis.multi().rpush(key, JSON.stringify(point)).ltrim(key, -ranges[range].kept, -1).exec();
}

/** Adds what this process has counted to what the others have. */
export async function addTally(redis: Redis, keys: RedisKeys, tally: Tally): Promise<void> {
  const fields = fieldsOf(tally);
  if (fields.length === 0) return;
  const pipeline = redis.pipeline();
  for (const [field, by] of fields) pipeline.hincrby(keys.operationsTally, field, by);
  await pipeline.exec();
}

/** Takes what all processes have counted since it was taken last. */
export async function takeTally(redis: Redis, keys: RedisKeys): Promise<Tally> {
  const replies = await redis.multi().hgetall(keys.operationsTally).del(keys.operationsTally).exec();
  const held = (replies?.[0]?.[1] ?? {}) as Record<string, string>;
  const countIn = (field: string): number => Number(held[field] ?? 0);
  return {
    attempts: countsOf((outcome) => countIn(`attempts:${outcome}`)),
    first_touches: emptyTally().first_touches.map((_none, i) => countIn(`touches:${i}`)),
  };
}

function fieldsOf({ attempts, first_touches }: Tally): [field: string, by: number][] {
  const fields: [string, number][] = [
    ...Object.entries(attempts).map(([outcome, by]): [string, number] => [`attempts:${outcome}`, by]),
    ...first_touches.map((by, i): [string, number] => [`touches:${i}`, by]),
  ];
  return fields.filter(([, by]) => by > 0);
}
