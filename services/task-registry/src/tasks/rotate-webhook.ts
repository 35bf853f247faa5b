import { limits, newWebhookToken, type Task } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import type { StoredWebhook } from '../store/task-model.ts';
import { announceTask } from './announce-task.ts';
import { toTask } from './task-view.ts';
import { updateTask } from './update-task.ts';

/** Gives the task a new address; the old one stays valid for the grace period. Throws `not_found`. */
export async function rotateWebhook(registry: Registry, id: string): Promise<Task> {
  const token = newWebhookToken();
  const { after } = await updateTask(registry.store, id, ({ webhooks }) => ({
    webhooks: [{ token, expires_at: null }, ...retired(webhooks, Date.now())],
  }));
  await announceTask(registry, 'webhook rotated', after);
  return toTask(after, registry.publicUrl);
}

/** Those that had an end keep it; those that are past it are forgotten. */
function retired(webhooks: readonly StoredWebhook[], now: number): StoredWebhook[] {
  const end = new Date(now + limits.rotationGraceMs);
  return webhooks
    .map(({ token, expires_at }) => ({ token, expires_at: expires_at ?? end }))
    .filter(({ expires_at }) => expires_at.getTime() > now);
}
