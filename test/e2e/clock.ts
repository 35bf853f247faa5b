import { renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A wall clock of services that a test sets. It goes on by itself, and can be put forward. */
export interface Clock {
  /** What the services are to be started with. */
  environment: Record<string, string>;
  set(time: string): void;
  /** What the services take the time for, in milliseconds since 1970. */
  now(): number;
  close(): Promise<void>;
}

/** A clock that says `time`, in ISO 8601. */
export async function startClock(time: string): Promise<Clock> {
  const folder = await mkdtemp(join(tmpdir(), 'taskhook-clock-'));
  const file = join(folder, 'offset');
  let offset = 0;
  // In one step, so that no service reads half of it.
  const set = (to: string): void => {
    offset = Date.parse(to) - Date.now();
    writeFileSync(`${file}.new`, String(offset));
    renameSync(`${file}.new`, file);
  };
  set(time);
  return {
    environment: {
      TASKHOOK_TEST_CLOCK: file,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'shifted-clock.ts')}`,
    },
    set,
    now: () => Date.now() + offset,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
