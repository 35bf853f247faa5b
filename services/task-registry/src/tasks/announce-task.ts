import type { TaskChange } from '../events.ts';
import { publishCurrent, withdrawWebhooks } from '../read-model/publish-current.ts';
import type { Registry } from '../registry.ts';
import type { TaskDoc } from '../store/task-model.ts';

/**
 * Tells ingress and task-runner of a change that MongoDB has. Where Redis does not take it the change
 * stands all the same, and the next check of the read model publishes it: the call does not fail.
 */
export async function announceTask(
  registry: Registry,
  change: TaskChange,
  task: TaskDoc,
  withdrawn: string[] = [],
): Promise<void> {
  registry.events.taskChanged(change, { task_id: task._id, revision: task.revision });
  try {
    await withdrawWebhooks(registry, task._id, withdrawn);
    await publishCurrent(registry, task._id);
  } catch (error) {
    registry.events.publishFailed({ task_id: task._id, error });
  }
}
