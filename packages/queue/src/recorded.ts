import { Recorded, validator } from '@taskhook/contracts';
import type { RedisKeys } from './keys.ts';
import type { Redis } from './redis.ts';

const checkRecorded = validator(Recorded);

/** Tells every task-registry what is in MongoDB now. Who does not listen at this moment misses it. */
export async function announceRecorded(redis: Redis, keys: RedisKeys, recorded: Recorded): Promise<void> {
  if (recorded.runs.length + recorded.samples.length === 0) return;
  await redis.publish(keys.recorded, JSON.stringify(recorded));
}

export interface RecordedListener {
  heard: (recorded: Recorded) => void;
  /** The connection was away: something may have been missed. */
  missed: () => void;
}

/** Listens on a connection of its own, which stays the caller's to close. */
export async function listenForRecorded(
  subscriber: Redis,
  keys: RedisKeys,
  { heard, missed }: RecordedListener,
): Promise<void> {
  subscriber.on('message', (_channel: string, message: string) => {
    const result = checkRecorded(JSON.parse(message));
    if (result.ok) heard(result.value);
  });
  await subscriber.subscribe(keys.recorded);
  subscriber.on('ready', missed);
}
