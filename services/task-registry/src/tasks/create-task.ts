import {
  newSigningSecret,
  newTaskId,
  newWebhookToken,
  withTaskDefaults,
  type Task,
  type TaskInput,
} from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toJsonText } from '../store/json-text.ts';
import { revisionId } from '../store/revision-model.ts';
import type { TaskDoc } from '../store/task-model.ts';
import { announceTask } from './announce-task.ts';
import { checkDefinition } from './check-definition.ts';
import { namedConnections } from './connection-errors.ts';
import { sealAuth } from './seal-auth.ts';
import { toTask } from './task-view.ts';

/** Makes a task. The answer alone tells its signing secret. Throws `invalid_task`. */
export async function createTask(registry: Registry, input: TaskInput): Promise<Task> {
  const id = newTaskId();
  const given = withTaskDefaults(input);
  const { auth, errors } = sealAuth(registry.vault, id, given.auth, { type: 'none' });
  const definition = { ...given, auth };
  await checkDefinition(registry, definition, errors);
  const secret = newSigningSecret();
  const now = new Date();
  const text = toJsonText(definition);
  const doc: TaskDoc = {
    _id: id,
    status: 'active',
    name: definition.name,
    revision: 1,
    definition: text,
    connections: namedConnections(definition),
    webhooks: [{ token: newWebhookToken(), expires_at: null }],
    signing_secret: registry.vault.seal(secret, id),
    version: 1,
    created_at: now,
    updated_at: now,
  };
  const { store } = registry;
  await store.revisions.create([
    { _id: revisionId(id, 1), task_id: id, revision: 1, definition: text, created_at: now },
  ]);
  await store.tasks.create([doc]);
  await announceTask(registry, 'created', doc);
  return toTask(doc, registry.publicUrl, secret);
}
