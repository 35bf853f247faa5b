import type { TaskDefinition } from '@taskhook/contracts';

interface Facts {
  test?: boolean;
  partial?: boolean;
}

/** Whether the task wants nothing made of such a lead: a sender's test, or a form left half-way. */
export function isIgnored(definition: TaskDefinition, { test, partial }: Facts): boolean {
  return (
    (test === true && definition.test_leads === 'ignore') ||
    (partial === true && definition.partial_leads !== 'run')
  );
}
