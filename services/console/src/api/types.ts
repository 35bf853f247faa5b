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
export type ConnectionTest = Schemas['ConnectionTest'];
export type Suppression = Answer<'listSuppressions'>['items'][number];
