import { setTimeout as sleep } from 'node:timers/promises';
import type { Run, Task } from '@taskhook/contracts';
import type { SentLead } from '../load/senders.ts';
import type { Stage } from '../stage/stage.ts';
import { compare, runIdsOf, type Books } from './compare.ts';
import type { Deliveries } from './deliveries.ts';

const PAUSE_MS = 500;
/** Longer than is allowed, so that what is late is told from what is lost. */
const GIVE_UP_MS = 90_000;

/** Waits until nothing is on its way any more, or it has taken too long, and gives the books as they are then. */
export async function settle(
  { api }: Stage,
  task: Task,
  leads: readonly SentLead[],
  deliveries: Deliveries,
): Promise<{ books: Books; seconds: number | null }> {
  const start = performance.now();
  for (;;) {
    // The API may be away for a moment behind a fault of its own.
    const runs = await api.runs(task.id).catch((): Run[] => []);
    const books = { leads, runs, deliveries: deliveries.all() };
    const { lost, stuck } = compare(books);
    const elapsed = performance.now() - start;
    const complete = runs.length > 0 || leads.every((lead) => runIdsOf(lead).length === 0);
    if (complete && lost + stuck === 0) return { books, seconds: elapsed / 1_000 };
    if (elapsed > GIVE_UP_MS) return { books, seconds: null };
    await sleep(PAUSE_MS);
  }
}
