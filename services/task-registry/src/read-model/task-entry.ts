import type { RevisionRecord, WebhookRecord } from '@taskhook/contracts';
import type { TaskEntry } from '@taskhook/queue';
import { definitionOf } from '../store/json-text.ts';
import type { RevisionDoc } from '../store/revision-model.ts';
import type { TaskDoc } from '../store/task-model.ts';

type Revision = Pick<RevisionDoc, 'task_id' | 'revision' | 'definition'>;

/** What ingress and task-runner are told of a task. Addresses that have expired are left out. */
export function taskEntry(doc: TaskDoc, revisions: readonly Revision[], now = Date.now()): TaskEntry {
  const { _id, status, name, revision, signing_secret, listens_until } = doc;
  const webhooks = doc.webhooks
    .map(({ token, expires_at }) => ({ token, expires: expires_at?.getTime() ?? null }))
    .filter(({ expires }) => expires === null || expires > now)
    .map(({ token, expires }): [string, WebhookRecord] => [token, { task_id: _id, expires_at: expires }]);
  return {
    task: { task_id: _id, status, name, revision, ...listening(listens_until) },
    revisions: revisions.map(toRecord),
    webhooks: Object.fromEntries(webhooks),
    sealedSigningSecret: signing_secret,
  };
}

/** An end that is past stays: were it left out, its passing would look like drift. */
function listening(end: Date | null | undefined): Pick<TaskEntry['task'], 'listens_until'> {
  return end === null || end === undefined ? {} : { listens_until: end.getTime() };
}

/** The entry with the current revision alone: those before it were published when they were current. */
export function currentEntry(doc: TaskDoc): TaskEntry {
  const { _id: task_id, revision, definition } = doc;
  return taskEntry(doc, [{ task_id, revision, definition }]);
}

function toRecord({ task_id, revision, definition }: Revision): RevisionRecord {
  return { task_id, revision, definition: definitionOf({ definition }) };
}
