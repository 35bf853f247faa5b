import { Type, type Static } from 'typebox';
import { Provider } from './connections/provider.ts';

/** Where a lead is that is known by its ids alone. */
export const FetchTarget = Type.Object({
  provider: Provider,
  /** The lead's id at its provider, and the ids that come with it. */
  lead_id: Type.String(),
  ids: Type.Record(Type.String(), Type.Unknown()),
});
export type FetchTarget = Static<typeof FetchTarget>;

/** "Fetch the lead of run r": what a notification of ids alone becomes. `received_at` is in milliseconds since 1970. */
export const FetchJob = Type.Object({
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  ...FetchTarget.properties,
  source: Type.String(),
  test: Type.Boolean(),
  /** The run that this one repeats on purpose: its lead is no duplicate of that of the first. */
  replay_of: Type.Optional(Type.String()),
  received_at: Type.Number(),
  /** Tries that have an outcome already. */
  attempts: Type.Integer({ minimum: 0 }),
});
export type FetchJob = Static<typeof FetchJob>;

/** The queue of these jobs, beside those of the channels. */
export const FETCH_QUEUE = 'leads.fetch';

/** The name that its jobs carry. */
export const FETCH_JOB = 'fetch';
export const fetchJobId = (runId: string): string => `${runId}-fetch`;
