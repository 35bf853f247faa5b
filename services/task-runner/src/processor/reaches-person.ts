import type { Step } from '@taskhook/contracts';

/** Whether a step writes to a person. A preview writes to nobody, and a call only where its step says so. */
export function reachesPerson(step: Step): boolean {
  if (step.channel === 'http') return step.reaches_person === true;
  return step.channel !== 'preview';
}
