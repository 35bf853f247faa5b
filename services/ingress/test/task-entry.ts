import {
  newTaskId,
  newWebhookToken,
  withTaskDefaults,
  type Auth,
  type TaskInput,
  type TaskRecord,
} from '@taskhook/contracts';
import type { TaskEntry } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';

export interface TaskOptions {
  input?: Partial<TaskInput>;
  status?: TaskRecord['status'];
  expiresAt?: number | null;
  revision?: number;
  taskId?: string;
  token?: string;
  listensUntil?: number;
}

/** A task as task-registry publishes it, with one address. */
export function taskEntry(
  options: TaskOptions = {},
  vault?: Vault,
): { entry: TaskEntry; token: string; taskId: string } {
  const { taskId = newTaskId(), token = newWebhookToken(), revision = 1, expiresAt = null } = options;
  const plain = withTaskDefaults({ name: 'Corso di Marketing', ...options.input });
  const auth = vault === undefined ? plain.auth : sealedAuth(vault, taskId, plain.auth);
  const definition = { ...plain, auth };
  const task = { task_id: taskId, status: options.status ?? 'active', name: definition.name, revision };
  const listening = options.listensUntil === undefined ? {} : { listens_until: options.listensUntil };
  const webhooks = { [token]: { task_id: taskId, expires_at: expiresAt } };
  const revisions = [{ task_id: taskId, revision, definition }];
  return {
    entry: { task: { ...task, ...listening }, revisions, webhooks, sealedSigningSecret: 'sealed' },
    token,
    taskId,
  };
}

function sealedAuth(vault: Vault, taskId: string, auth: Auth): Auth {
  if (auth.type === 'none') return auth;
  const seal = (secret: string): string => vault.seal(secret, `${taskId}:auth`);
  const sealed = { ...auth, secrets: auth.secrets.map(seal) };
  return sealed.type === 'hmac' && sealed.verify_token !== undefined
    ? { ...sealed, verify_token: seal(sealed.verify_token) }
    : sealed;
}

export const mario = { full_name: 'Mario Rossi', phone: '+39 333 1234567', email: 'mario@example.com' };
export const marioLead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario@example.com',
  extra_fields: {},
};
