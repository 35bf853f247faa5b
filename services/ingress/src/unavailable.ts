import { TaskhookError } from '@taskhook/errors';
import { redisUnavailable } from '@taskhook/queue';

/** What a command to Redis gives; throws `unavailable` where it fails, so that the sender comes again. */
export async function orUnavailable<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw error instanceof TaskhookError ? error : redisUnavailable(error);
  }
}
