import type { RunLogEvent } from '@taskhook/contracts';
import type { Store } from '../store/store.ts';
import { writeSuppressions } from '../suppressions/write-suppressions.ts';
import { recordQuarantine } from './record-quarantine.ts';
import { recordRuns } from './record-runs.ts';
import { recordSamples } from './record-samples.ts';

/**
 * Writes events to MongoDB. They may come in any order and more than once: the documents end up the
 * same. When it rejects, some may be written; write all of them again.
 */
export async function recordEvents(store: Store, events: readonly RunLogEvent[]): Promise<void> {
  const quarantined = events.filter((event) => event.type === 'quarantined');
  const sampled = events.filter((event) => event.type === 'sampled');
  const suppressed = events.filter((event) => event.type === 'suppression');
  const ofRuns = events.filter((event) => 'run_id' in event);
  if (ofRuns.length > 0) await recordRuns(store, ofRuns);
  if (quarantined.length > 0) await recordQuarantine(store, quarantined);
  if (sampled.length > 0) await recordSamples(store, sampled);
  if (suppressed.length > 0) await writeSuppressions(store, suppressed);
}
