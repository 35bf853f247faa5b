import type { Operations } from '../../api/types.ts';

/** How many messages of all channels are due, or wait for their time on purpose. */
export function sumOf({ channels }: Operations['points'][number], figure: 'due' | 'deferred'): number {
  return Object.values(channels).reduce((sum, channel) => sum + channel[figure], 0);
}
