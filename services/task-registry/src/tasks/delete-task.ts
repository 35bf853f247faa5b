import type { Registry } from '../registry.ts';
import { forgetSamples } from '../samples/delete-samples.ts';
import { announceTask } from './announce-task.ts';
import { updateTask } from './update-task.ts';

/**
 * The task's addresses and samples are gone; its runs and revisions stay. Runs that are held or queued end
 * cancelled. For some days it can be restored. Throws `not_found`.
 */
export async function deleteTask(registry: Registry, id: string): Promise<void> {
  const { before, after } = await updateTask(registry.store, id, ({ status, webhooks }) => ({
    status: 'deleted',
    webhooks: [],
    deleted: { at: new Date(), status: status === 'paused' ? 'paused' : 'active', webhooks },
    listens_until: null,
  }));
  await announceTask(
    registry,
    'deleted',
    after,
    before.webhooks.map(({ token }) => token),
  );
  registry.lookAtHeld(id);
  await forgetSamples(registry.store, id);
}
