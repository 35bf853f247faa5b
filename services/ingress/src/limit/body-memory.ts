import { TaskhookError } from '@taskhook/errors';

/** What the bodies of all running requests may hold together. */
export interface BodyMemory {
  /** Counts bytes that came; throws `unavailable` where they are too many. */
  take(bytes: number): void;
  give(bytes: number): void;
}

const RETRY_AFTER_SECONDS = 1;

export function bodyMemory(maxBytes: number): BodyMemory {
  let held = 0;
  return {
    take: (bytes) => {
      held += bytes;
      if (held <= maxBytes) return;
      throw new TaskhookError('unavailable', 'The bodies of other requests fill the memory for them.', {
        retryAfter: RETRY_AFTER_SECONDS,
      });
    },
    give: (bytes) => {
      held -= bytes;
    },
  };
}
