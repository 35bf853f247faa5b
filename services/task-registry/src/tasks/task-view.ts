import type { Task } from '@taskhook/contracts';
import { definitionOf } from '../store/json-text.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { withHiddenSecrets } from './auth-secrets.ts';
import { taskNotFound } from './find-task.ts';

/** A task as the API shows it. The signing secret is shown only where it is given, others never. */
export function toTask(doc: TaskDoc, publicUrl: string, signingSecret?: string): Task {
  const { status } = doc;
  if (status === 'deleted') throw taskNotFound();
  const token = doc.webhooks.find(({ expires_at }) => expires_at === null)?.token ?? '';
  return {
    id: doc._id,
    ...withHiddenSecrets(definitionOf(doc)),
    status,
    revision: doc.revision,
    created_at: doc.created_at.toISOString(),
    updated_at: doc.updated_at.toISOString(),
    webhook: { url: `${publicUrl}/w/${token}`, token },
    ...(signingSecret === undefined ? {} : { signing_secret: signingSecret }),
  };
}
