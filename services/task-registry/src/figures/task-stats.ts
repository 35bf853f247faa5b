import { Type, type Static } from 'typebox';
import type { Registry } from '../registry.ts';
import type { StatsDoc } from '../store/stats-model.ts';
import { hourOf, hoursUntil } from './hours.ts';

const HOURS = 24;

/** How a task is doing; test runs are left out. */
export const TaskStats = Type.Object({
  task_id: Type.String(),
  leads_today: Type.Integer({ description: 'Since midnight in the time zone asked for, to the full hour' }),
  leads_per_hour: Type.Array(Type.Integer(), {
    description: 'Of the last 24 hours, oldest first; the last is the hour that runs',
  }),
  succeeded: Type.Integer({ description: 'Of the leads of the last 24 hours, as the next ones' }),
  failed: Type.Integer(),
  held: Type.Integer(),
  quarantined: Type.Integer({ description: 'Requests of the last 24 hours that gave no lead' }),
  success_rate: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    description: 'Succeeded among those that succeeded or failed; null while there are none',
  }),
});
export type TaskStats = Static<typeof TaskStats>;

export interface StatsQuery {
  /** Of these tasks alone. */
  task_ids?: readonly string[];
  /** An IANA time zone; UTC where it is left out. */
  time_zone?: string;
}

/** The figures of tasks that had leads since yesterday, in one read. */
export async function taskStats(
  { store }: Registry,
  { task_ids, time_zone = 'UTC' }: StatsQuery,
  now = Date.now(),
): Promise<{ items: TaskStats[] }> {
  const hours = hoursUntil(now, HOURS);
  const today = hourOf(startOfToday(now, time_zone));
  const from = [today, hours[0] ?? today].toSorted()[0] ?? today;
  const docs = await store.stats
    .find({ hour: { $gte: from }, ...(task_ids === undefined ? {} : { task_id: { $in: [...task_ids] } }) })
    .lean<StatsDoc[]>();
  const byTask = Map.groupBy(docs, ({ task_id }) => task_id);
  const ids = task_ids ?? [...byTask.keys()];
  return { items: ids.map((id) => toStats(id, byTask.get(id) ?? [], hours, today)) };
}

function startOfToday(now: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay()
    .epochMilliseconds;
}

function toStats(
  task_id: string,
  docs: readonly StatsDoc[],
  hours: readonly string[],
  today: string,
): TaskStats {
  const byHour = new Map(docs.map((doc) => [doc.hour, doc]));
  const last = docs.filter(({ hour }) => hour >= (hours[0] ?? ''));
  const sum = (of: readonly StatsDoc[], valueOf: (doc: StatsDoc) => number | undefined): number =>
    of.reduce((total, doc) => total + (valueOf(doc) ?? 0), 0);
  const succeeded = sum(last, (doc) => doc.succeeded);
  const failed = sum(last, (doc) => doc.failed);
  return {
    task_id,
    leads_today: sum(
      docs.filter(({ hour }) => hour >= today),
      ({ accepted }) => accepted,
    ),
    leads_per_hour: hours.map((hour) => byHour.get(hour)?.accepted ?? 0),
    succeeded,
    failed,
    held: sum(last, ({ held }) => held),
    quarantined: sum(last, ({ quarantined }) => quarantined),
    success_rate: succeeded + failed === 0 ? null : succeeded / (succeeded + failed),
  };
}
