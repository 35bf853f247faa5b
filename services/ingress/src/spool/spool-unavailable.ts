import { TaskhookError } from '@taskhook/errors';

const RETRY_AFTER_SECONDS = 10;

/** The sender has to keep the lead: Redis cannot take it, and the spool cannot either. */
export function spoolUnavailable(reason: string, cause?: unknown): TaskhookError {
  return new TaskhookError('unavailable', `The queue cannot be reached now, and ${reason}.`, {
    cause,
    retryAfter: RETRY_AFTER_SECONDS,
  });
}
