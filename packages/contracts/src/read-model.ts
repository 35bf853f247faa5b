import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';
import { TaskDefinition, taskStatuses } from './task.ts';

/** What ingress finds under a token. An expired one is treated like one that never was. */
export const WebhookRecord = Type.Object({
  task_id: Type.String(),
  /** Milliseconds since 1970 after which the address is gone; null while it is the current one. */
  expires_at: Type.Union([Type.Number(), Type.Null()]),
});
export type WebhookRecord = Static<typeof WebhookRecord>;

/** The current state of a task. A deleted one stays known: its runs end, they do not wait for it. */
export const TaskRecord = Type.Object({
  task_id: Type.String(),
  status: literals([...taskStatuses, 'deleted'] as const),
  name: Type.String(),
  revision: Type.Integer(),
  /** Milliseconds since 1970 until which requests are kept as samples; absent while the task does not listen. */
  listens_until: Type.Optional(Type.Number()),
});
export type TaskRecord = Static<typeof TaskRecord>;

/** A revision never changes, so it may be cached for ever. */
export const RevisionRecord = Type.Object({
  task_id: Type.String(),
  revision: Type.Integer(),
  definition: TaskDefinition,
});
export type RevisionRecord = Static<typeof RevisionRecord>;
