import type { IngressEvents } from '../events.ts';

/**
 * Whether Redis is worth a try. Once it has failed, nobody waits for it any more until somebody who
 * looks after it in the background has found that it takes leads again.
 */
export interface Circuit {
  isOpen: () => boolean;
  /** Redis has failed. */
  open: (error: unknown) => void;
  /** Redis has taken a write. */
  close: () => void;
}

/** `opened` is called when Redis has failed that worked before. */
export function createCircuit(events: IngressEvents, opened: () => void): Circuit {
  let isOpen = false;
  return {
    isOpen: () => isOpen,
    open: (error) => {
      if (isOpen) return;
      isOpen = true;
      events.redisAway(error);
      opened();
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      events.redisBack();
    },
  };
}
