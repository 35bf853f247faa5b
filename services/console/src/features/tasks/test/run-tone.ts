import type { Run } from '../../../api/types.ts';
import type { Tone } from '../../../ui/status-badge.tsx';

const tones: Record<Run['status'], Tone> = {
  queued: 'quiet',
  running: 'busy',
  waiting: 'waiting',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  skipped: 'quiet',
  held: 'waiting',
};

/** The colour of a state of a run or of a step. */
export const toneOf = (status: Run['status']): Tone => tones[status];
