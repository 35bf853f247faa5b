import { newRunId } from '@taskhook/contracts';

const RANDOM_CHARACTERS = 16;

/** The lowest run id of a moment in milliseconds since 1970: ids begin with their time. */
export function lowestRunId(time: number): string {
  return newRunId(time).slice(0, -RANDOM_CHARACTERS) + '0'.repeat(RANDOM_CHARACTERS);
}
