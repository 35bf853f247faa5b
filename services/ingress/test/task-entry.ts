import {
  newTaskId,
  newWebhookToken,
  withTaskDefaults,
  type TaskInput,
  type TaskRecord,
} from '@taskhook/contracts';
import type { TaskEntry } from '@taskhook/queue';

export interface TaskOptions {
  input?: Partial<TaskInput>;
  status?: TaskRecord['status'];
  expiresAt?: number | null;
  revision?: number;
  taskId?: string;
  token?: string;
}

/** A task as task-registry publishes it, with one address. */
export function taskEntry(options: TaskOptions = {}): { entry: TaskEntry; token: string; taskId: string } {
  const { taskId = newTaskId(), token = newWebhookToken(), revision = 1, expiresAt = null } = options;
  const definition = withTaskDefaults({ name: 'Corso di Marketing', ...options.input });
  const task = { task_id: taskId, status: options.status ?? 'active', name: definition.name, revision };
  const webhooks = { [token]: { task_id: taskId, expires_at: expiresAt } };
  const revisions = [{ task_id: taskId, revision, definition }];
  return { entry: { task, revisions, webhooks, sealedSigningSecret: 'sealed' }, token, taskId };
}

export const mario = { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'mario@example.com' };
export const marioLead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario@example.com',
  extra_fields: {},
};
