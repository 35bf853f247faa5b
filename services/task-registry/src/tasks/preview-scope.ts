import { newRunId, type Lead, type TaskDefinition } from '@taskhook/contracts';
import { stepScope, type Scope } from '@taskhook/templating';

/** What the steps would see of a lead that is only tried. */
export function previewScope({ name }: TaskDefinition, sender: string, lead: Lead): Scope {
  const run = { id: newRunId(), received_at: Date.now(), source: sender, test: true };
  return stepScope({ lead, task: { id: 'task_preview', name }, run });
}
