import type { Registry } from '../registry.ts';
import type { RunDoc } from '../store/run-model.ts';

export interface ReplayRules {
  /** Whether a person who has a later run of the task, done or under way, is left out. */
  respectDedupe: boolean;
}

/** Why a run is not replayed. */
type Cause = 'task_deleted' | 'erased' | 'later_run';

/** A later run in one of these states says that the person is served. */
const serving = ['succeeded', 'queued', 'running', 'waiting', 'held'] as const;

/** Those of the runs that are not to be replayed, by their id. */
export async function leftOut(
  registry: Registry,
  runs: readonly RunDoc[],
  { respectDedupe }: ReplayRules,
): Promise<Map<string, Cause>> {
  const causes = new Map<string, Cause>();
  const deleted = await deletedTasks(registry, runs);
  const later = respectDedupe ? await laterRuns(registry, runs) : [];
  for (const run of runs) {
    if (deleted.has(run.task_id)) causes.set(run._id, 'task_deleted');
    else if (run.lead === undefined && run.fetch === undefined) causes.set(run._id, 'erased');
    else if (later.some((other) => isLaterOf(other, run))) causes.set(run._id, 'later_run');
  }
  return causes;
}

async function deletedTasks({ store }: Registry, runs: readonly RunDoc[]): Promise<Set<string>> {
  const ids = [...new Set(runs.map(({ task_id }) => task_id))];
  const tasks = await Promise.all(ids.map((id) => store.tasks.findById(id, { status: 1 }).lean()));
  return new Set(ids.filter((_id, i) => (tasks[i]?.status ?? 'deleted') === 'deleted'));
}

type LaterRun = Pick<RunDoc, '_id' | 'task_id' | 'lead'>;

/** One query for all: where there is no index, each is a scan. */
async function laterRuns({ store }: Registry, runs: readonly RunDoc[]): Promise<LaterRun[]> {
  const phones = valuesOf(runs.map(({ lead }) => lead?.phone));
  const emails = valuesOf(runs.map(({ lead }) => lead?.email));
  const [first] = runs;
  if (first === undefined || phones.length + emails.length === 0) return [];
  const people = [
    ...(phones.length === 0 ? [] : [{ 'lead.phone': { $in: phones } }]),
    ...(emails.length === 0 ? [] : [{ 'lead.email': { $in: emails } }]),
  ];
  return store.runs
    .find(
      { _id: { $gt: first._id }, status: { $in: serving }, $or: people },
      { task_id: 1, 'lead.phone': 1, 'lead.email': 1 },
    )
    .lean<LaterRun[]>();
}

function valuesOf(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

function isLaterOf(other: LaterRun, { _id, task_id, lead }: RunDoc): boolean {
  if (other._id <= _id || other.task_id !== task_id) return false;
  return isSame(other.lead?.phone, lead?.phone) || isSame(other.lead?.email, lead?.email);
}

const isSame = (a: string | null | undefined, b: string | null | undefined): boolean =>
  typeof a === 'string' && a === b;
