import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from '@taskhook/contracts';
import type { SentLead } from '../load/senders.ts';
import type { Stage } from '../stage/stage.ts';
import { compare, runIdsOf, type Books } from './compare.ts';
import type { Deliveries } from './deliveries.ts';

/** The books at the end, and seconds until all was delivered, and was told by the API; null for never. */
export interface Settled {
  books: Books;
  deliveredSeconds: number | null;
  settledSeconds: number | null;
}

const PAUSE_MS = 250;
/** Between two looks at every run, which cost the API much. */
const LOOK_MS = 2_000;
/** Longer than is allowed, so that what is late is told from what is lost. */
const GIVE_UP_MS = 120_000;
/** The API tells of runs as fast as they are recorded, which takes no lead any time. */
const GIVE_UP_TELLING_MS = 300_000;

/** Waits until nothing is on its way any more, or it has taken too long. */
export async function settle(
  stage: Stage,
  task: Task,
  leads: readonly SentLead[],
  deliveries: Deliveries,
): Promise<Settled> {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  const expected = leads.filter((lead) => runIdsOf(lead).length > 0).map(({ n }) => n);
  let isDelivered = false;
  while (!isDelivered && elapsed() < GIVE_UP_MS) {
    await sleep(PAUSE_MS);
    const delivered = new Set(deliveries.all().map(({ n }) => n));
    isDelivered = expected.every((n) => delivered.has(n));
  }
  const deliveredSeconds = isDelivered ? elapsed() / 1_000 : null;
  for (;;) {
    const late = elapsed() > GIVE_UP_TELLING_MS;
    const isOver = late || !(await stage.api.hasUnfinished(task.id).catch(() => true));
    const books = isOver ? await openBooks(stage, task, leads, deliveries) : undefined;
    if (books !== undefined) {
      const { lost, stuck } = compare(books);
      if (lost + stuck === 0) return { books, deliveredSeconds, settledSeconds: elapsed() / 1_000 };
      if (late) return { books, deliveredSeconds, settledSeconds: null };
    }
    if (late) throw new Error('the API does not tell of the runs');
    await sleep(LOOK_MS);
  }
}

/** Undefined while the API is away. */
async function openBooks(
  { api }: Stage,
  task: Task,
  leads: readonly SentLead[],
  deliveries: Deliveries,
): Promise<Books | undefined> {
  try {
    return { leads, runs: await api.runs(task.id), deliveries: deliveries.all() };
  } catch {
    return undefined;
  }
}
