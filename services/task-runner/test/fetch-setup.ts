import type { TaskInput } from '@taskhook/contracts';
import { lookAlike, TOKEN } from './look-alikes.ts';
import { platform, startRunner } from './runner.ts';

export const joe = {
  id: '123123123123',
  created_time: '2026-02-28T08:49:14+0000',
  form_id: '793235552660000',
  campaign_name: 'Open day',
  field_data: [
    { name: 'full_name', values: ['Joe Example'] },
    { name: 'email', values: ['Joe@Example.com'] },
    { name: 'phone_number', values: ['+14155552671'] },
    { name: 'car_make', values: ['Honda'] },
  ],
};
export const notice = { provider: 'meta', lead_id: joe.id, ids: { form_id: joe.form_id } } as const;
export const greeting = { id: 'hello', channel: 'preview', message: { text: 'Ciao {{full_name}}' } } as const;

/** A runner, Meta's look-alike with one lead, and a task with a connection to it. */
export async function setup(input: Partial<TaskInput> = {}, token = TOKEN) {
  const world = await platform();
  const provider = await lookAlike('meta');
  provider.objects.set(joe.id, joe);
  const connection = await world.connection('meta', token, provider.url);
  const task = await world.task({ source_connection: connection, steps: [greeting], ...input });
  const start = () => startRunner(world, { RUNNER_FETCH_RETRY_DELAY: '10ms', HTTP_TIMEOUT: '400ms' });
  return { world, provider, connection, task, start };
}
