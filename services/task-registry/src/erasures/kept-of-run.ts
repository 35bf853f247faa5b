import type { Attempt, Reason } from '@taskhook/contracts';
import type { RunDoc, StoredStep } from '../store/run-model.ts';

/**
 * What stays of a run when its person is erased: which task it was of, what state it and its steps came
 * to, and when. Everything else goes, also what is added to runs later on.
 */
export function keptOfRun(run: RunDoc, erasedAt: Date): RunDoc {
  const { _id, task_id, task_revision, status, test, source, received_at, order, version } = run;
  return {
    _id,
    task_id,
    task_revision,
    status,
    test,
    source,
    received_at,
    order,
    version,
    ...defined({ replay_of: run.replay_of, replayed_as: run.replayed_as, origin_order: run.origin_order }),
    reason: keptOfReason(run.reason),
    finished_at: run.finished_at ?? null,
    erased_at: erasedAt,
    ...(run.steps === undefined ? {} : { steps: mapValues(run.steps, keptOfStep) }),
  };
}

/** As `keptOfRun`, of what is to be set in a run that was erased, by its dotted paths. */
export function keptOfChanges(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).flatMap(keptOfChange));
}

const KEPT_PATH =
  /^(?:task_id|task_revision|status|test|source|replay_of|received_at|finished_at|order|origin_order|steps\.\d+\.(?:id|channel|status|due_at|retry|order|rendered_order))$/;
const REASON_PATH = /^(?:steps\.\d+\.)?reason$/;
const ATTEMPT_PATH = /^steps\.\d+\.attempts\.\d+$/;

function keptOfChange([path, value]: [string, unknown]): [string, unknown][] {
  if (KEPT_PATH.test(path)) return [[path, value]];
  if (REASON_PATH.test(path)) return [[path, keptOfReason(value as Reason | null)]];
  return ATTEMPT_PATH.test(path) ? [[path, keptOfAttempt(value as Attempt)]] : [];
}

function keptOfStep(step: StoredStep): StoredStep {
  const { id, channel, attempts } = step;
  return {
    id,
    channel,
    ...defined({
      status: step.status,
      due_at: step.due_at,
      retry: step.retry,
      order: step.order,
      rendered_order: step.rendered_order,
    }),
    reason: keptOfReason(step.reason),
    ...(attempts === undefined ? {} : { attempts: mapValues(attempts, keptOfAttempt) }),
  };
}

/** The answer and the words of a receiver may name the person, and so may the id of a message. */
function keptOfAttempt({ n, at, outcome, duration_ms, status_code, error }: Attempt): Attempt {
  return { n, at, outcome, duration_ms, status_code, error: keptOfReason(error) };
}

function keptOfReason(reason: Reason | null | undefined): Reason | null {
  return reason === null || reason === undefined ? null : { code: reason.code, message: 'Erased.' };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(members: T): Defined<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

function mapValues<T>(values: Record<string, T>, map: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
