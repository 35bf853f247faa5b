import { newRunId, type Lead, type TaskDefinition } from '@taskhook/contracts';
import { stepScope, withLeadDefaults, type EarlierStep, type Scope } from '@taskhook/templating';

/** What the steps would see of a lead that is only tried, where all before them have gone well. */
export function previewScope(definition: TaskDefinition, sender: string, given: Lead): Scope {
  const { name, steps } = definition;
  const lead = withLeadDefaults(given, definition.lead);
  const run = { id: newRunId(), received_at: Date.now(), source: sender, test: true };
  const earlier = Object.fromEntries(steps.map(({ id }) => [id, gone]));
  return stepScope({ lead, task: { id: 'task_preview', name }, run, steps: earlier });
}

const gone: EarlierStep = {
  status: 'succeeded',
  outcome: 'delivered',
  receipt: 'delivered',
  delivered: true,
};
