import { newTaskId, newWebhookToken, withTaskDefaults, type TaskInput } from '@taskhook/contracts';
import { publishTask } from '@taskhook/queue';
import type { Stage } from './stage.ts';

/** The task of the benches: what a first task of a marketer looks like. */
export const benchTask: TaskInput = {
  name: 'Corso di Marketing',
  source: 'auto',
  lead: { default_country: 'IT', required: ['full_name', 'phone', 'email'] },
  steps: [
    {
      id: 'welcome',
      channel: 'preview',
      message: { text: 'Ciao {{full_name}}, a {{extra_fields.citta}} parte {{extra_fields.interesse}}.' },
    },
  ],
};

export interface PublishedTask {
  id: string;
  /** The address of its webhook. */
  url: string;
}

/** Publishes tasks as task-registry would, for stages that have none. */
export async function publishTasks(stage: Stage, count: number): Promise<PublishedTask[]> {
  const definition = withTaskDefaults(benchTask);
  const tasks: PublishedTask[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = newTaskId();
    const token = newWebhookToken();
    await publishTask(stage.redis, stage.keys, {
      task: { task_id: id, status: 'active', name: definition.name, revision: 1 },
      revisions: [{ task_id: id, revision: 1, definition }],
      webhooks: { [token]: { task_id: id, expires_at: null } },
      sealedSigningSecret: 'unused',
    });
    tasks.push({ id, url: `${stage.ingressUrl}/w/${token}` });
  }
  return tasks;
}
