import type { RunLogEvent } from '@taskhook/contracts';
import { isRefusal } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { recordEvents } from './record-events.ts';

/**
 * Records events that the database refuses together, each run for itself, so that one that cannot be
 * stored does not hold up the others. Such a run is stored without what was rendered and answered,
 * which is what grows too large; gives the ids of those that cannot be stored even then.
 */
export async function recordApart(store: Store, events: readonly RunLogEvent[]): Promise<string[]> {
  const refused: string[] = [];
  for (const [id, group] of Map.groupBy(events, idOf)) {
    const stored = (await tryRecord(store, group)) || (await tryRecord(store, group.map(slim)));
    if (!stored) refused.push(id);
  }
  return refused;
}

function idOf(event: RunLogEvent): string {
  if (event.type === 'quarantined') return event.quarantine_id;
  if (event.type === 'suppression') return event.id;
  return event.type === 'sampled' ? event.sample_id : event.run_id;
}

async function tryRecord(store: Store, events: readonly RunLogEvent[]): Promise<boolean> {
  try {
    await recordEvents(store, events);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function slim(event: RunLogEvent): RunLogEvent {
  if (event.type !== 'progress' || event.step === undefined) return event;
  const { rendered: _rendered, attempt, ...step } = event.step;
  if (attempt === undefined) return { ...event, step };
  const { answer: _answer, ...kept } = attempt;
  return { ...event, step: { ...step, attempt: kept } };
}
