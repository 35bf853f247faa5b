import { SECOND, timeOfId, type RunLogEvent } from '@taskhook/contracts';
import { emptyTally, touchBounds, type Tally } from './point.ts';

/** Counts attempts as they are recorded. An event that is recorded twice counts twice: figures, no ledger. */
export interface AttemptTally {
  count(events: readonly RunLogEvent[]): void;
  /** What was counted since the last time. */
  take(): Tally;
}

export function createAttemptTally(): AttemptTally {
  let tally = emptyTally();
  return {
    count: (events) => {
      for (const event of events) {
        const attempt = event.type === 'progress' ? event.step?.attempt : undefined;
        if (event.type !== 'progress' || attempt === undefined) continue;
        tally.attempts[attempt.outcome] += 1;
        if (attempt.outcome !== 'delivered' || event.step?.index !== 0) continue;
        const touchedAt = Date.parse(attempt.at) + attempt.duration_ms;
        const place = classOf((touchedAt - timeOfId(event.run_id)) / SECOND);
        tally.first_touches[place] = (tally.first_touches[place] ?? 0) + 1;
      }
    },
    take: () => {
      const taken = tally;
      tally = emptyTally();
      return taken;
    },
  };
}

function classOf(seconds: number): number {
  const place = touchBounds.findIndex((bound) => seconds <= bound);
  return place === -1 ? touchBounds.length : place;
}
