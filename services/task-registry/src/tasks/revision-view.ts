import { Type, type Static } from 'typebox';
import { TaskDefinition } from '@taskhook/contracts';
import { definitionOf } from '../store/json-text.ts';
import type { RevisionDoc } from '../store/revision-model.ts';
import { withHiddenSecrets } from './auth-secrets.ts';

/** A task as it was, or is, under one number. */
export const TaskRevision = Type.Object({
  task_id: Type.String(),
  revision: Type.Integer({ minimum: 1 }),
  created_at: Type.String({ format: 'date-time' }),
  definition: TaskDefinition,
});
export type TaskRevision = Static<typeof TaskRevision>;

export function toRevision(doc: RevisionDoc): TaskRevision {
  return {
    task_id: doc.task_id,
    revision: doc.revision,
    created_at: doc.created_at.toISOString(),
    definition: withHiddenSecrets(definitionOf(doc)),
  };
}
