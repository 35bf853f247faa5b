import { TaskhookError } from '@taskhook/errors';
import type { Delivery } from './channel.ts';

/** What forbids an attempt will forbid the next one too: a value. Throws everything else on. */
export function rejection(error: unknown): Delivery {
  if (!(error instanceof TaskhookError) || error.retry) throw error;
  return {
    outcome: 'rejected',
    status_code: null,
    error: { code: error.code, message: error.message },
  };
}
