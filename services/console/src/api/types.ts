import type { components, operations } from './schema.ts';

type Schemas = components['schemas'];

/** What an operation answers with when it succeeds with 200. */
export type Answer<O extends keyof operations> = operations[O] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Session = Answer<'getSession'>;
export type Task = Schemas['Task'];
export type TaskInput = Schemas['TaskInput'];
export type TaskStats = Schemas['TaskStats'];
export type Connection = Schemas['Connection'];
export type ConnectionInput = Schemas['ConnectionInput'];
export type ConnectionPatch = Schemas['ConnectionPatch'];
export type Suppression = Answer<'listSuppressions'>['items'][number];
export type Run = Schemas['Run'];
export type RunStep = Run['steps'][number];
export type Attempt = RunStep['attempts'][number];
export type RunStatus = Run['status'];
/** What a list and a live event tell of a run. */
export type RunSummary = Pick<
  Run,
  'id' | 'task_id' | 'task_revision' | 'status' | 'test' | 'source' | 'reason' | 'received_at' | 'finished_at'
> & { lead: Pick<NonNullable<Run['lead']>, 'full_name' | 'phone' | 'email'> | null };
export type Replay = Answer<'startReplay'>;
export type ReplayFilter = Replay['filter'];
export type ReplayInput = operations['startReplay']['requestBody']['content']['application/json'];
export type Erasure = Schemas['Erasure'];
export type ErasureInput = operations['startErasure']['requestBody']['content']['application/json'];
export type QuarantineEntry = Schemas['QuarantineEntry'];
export type QuarantineSummary = Omit<QuarantineEntry, 'request'>;
export type TaskPreview = Schemas['TaskPreview'];
export type Notice = Schemas['Notice'];
export type Operations = Schemas['Operations'];
export type TaskPatch = Schemas['TaskPatch'];
export type Step = Schemas['Step'];
export type Auth = Schemas['Auth'];
export type Sample = Schemas['Sample'];
export type TaskRevision = Schemas['TaskRevision'];
