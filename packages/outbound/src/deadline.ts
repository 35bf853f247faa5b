export interface Deadline {
  /** Aborts at the deadline, or when the other signal does. */
  signal: AbortSignal;
  /** Whether it was the deadline that aborted. */
  passed(): boolean;
  end(): void;
}

/** A limit for a whole call: time-outs between two bytes alone would let a slow receiver go on for ever. */
export function startDeadline(timeoutMs: number, stop: AbortSignal): Deadline {
  const controller = new AbortController();
  let passed = false;
  const abort = (): void => controller.abort();
  const timer = setTimeout(() => {
    passed = true;
    abort();
  }, timeoutMs);
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  return {
    signal: controller.signal,
    passed: () => passed,
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', abort);
    },
  };
}
