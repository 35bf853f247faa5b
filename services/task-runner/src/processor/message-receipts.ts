import { receiptProviders, type Step } from '@taskhook/contracts';
import { readReceipts, type ReadModel, type Receipts, type Redis, type RedisKeys } from '@taskhook/queue';

/** What providers have told of the messages of a run. */
export interface MessageReceipts {
  of(runId: string): Promise<Receipts>;
  /** Whether receipts are to be expected for a step: not every provider gives any. */
  areToldOf(step: Step): Promise<boolean>;
}

export function createMessageReceipts(
  redis: Redis,
  keys: RedisKeys,
  readModel: Pick<ReadModel, 'connection'>,
): MessageReceipts {
  return {
    of: (runId) => readReceipts(redis, keys, runId),
    areToldOf: async (step) => {
      if (!('connection' in step)) return false;
      const connection = await readModel.connection(step.connection);
      return connection !== null && receiptProviders.includes(connection.provider);
    },
  };
}
