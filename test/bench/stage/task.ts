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
  const tasks: PublishedTask[] = [];
  while (tasks.length < count) {
    const size = Math.min(PUBLISHED_AT_ONCE, count - tasks.length);
    tasks.push(...(await Promise.all(Array.from({ length: size }, () => publish(stage)))));
  }
  return tasks;
}

const PUBLISHED_AT_ONCE = 100;
const definition = withTaskDefaults(benchTask);

async function publish({ redis, keys, ingressUrl }: Stage): Promise<PublishedTask> {
  const id = newTaskId();
  const token = newWebhookToken();
  await publishTask(redis, keys, {
    task: { task_id: id, status: 'active', name: definition.name, revision: 1 },
    revisions: [{ task_id: id, revision: 1, definition }],
    webhooks: { [token]: { task_id: id, expires_at: null } },
    sealedSigningSecret: 'unused',
  });
  return { id, url: `${ingressUrl}/w/${token}` };
}
