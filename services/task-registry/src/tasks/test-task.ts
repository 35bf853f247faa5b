import { newRunId } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { enqueueRuns } from '../runs/enqueue-runs.ts';
import { definitionOf } from '../store/json-text.ts';
import { findTask } from './find-task.ts';
import { madeUpLead, readGivenLead, type GivenLead } from './sample-lead.ts';

/**
 * Starts a test run with a given lead or a made-up one, through the real queue, also while the task
 * is paused. Throws `not_found` or `invalid_lead`.
 */
export async function testTask(
  registry: Registry,
  id: string,
  lead?: GivenLead,
): Promise<{ run_id: string }> {
  const task = await findTask(registry.store, id);
  const definition = definitionOf(task);
  const run_id = newRunId();
  await enqueueRuns(registry, [
    {
      run_id,
      task_id: id,
      revision: task.revision,
      definition,
      status: 'queued',
      lead:
        lead === undefined
          ? madeUpLead(registry.engine, definition)
          : readGivenLead(lead, definition.lead.default_country),
      source: 'test',
      test: true,
      replay_of: null,
      late: false,
    },
  ]);
  registry.events.runStarted({ run_id, task_id: id, by: 'test' });
  return { run_id };
}
