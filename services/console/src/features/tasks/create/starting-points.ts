import type { Task, TaskInput } from '../../../api/types.ts';

type Source = Task['source'];
type Field = Task['lead']['required'][number];

interface StartingPoint {
  source: Source;
  /** What a lead of this sender always has; what else comes is taken as well. */
  required: readonly Field[];
  /** Which of the first messages fits. */
  message: 'form' | 'ad' | 'other';
}

/** The senders that people begin with, the most frequent first. */
export const startingPoints = {
  form: { source: 'form', required: ['full_name', 'phone'], message: 'form' },
  meta: { source: 'meta', required: ['full_name', 'phone'], message: 'ad' },
  zapier: { source: 'zapier', required: ['full_name', 'phone'], message: 'other' },
  make: { source: 'make', required: ['full_name', 'phone'], message: 'other' },
  n8n: { source: 'n8n', required: ['full_name', 'phone'], message: 'other' },
  pabbly: { source: 'pabbly', required: ['full_name', 'phone'], message: 'other' },
  hubspot: { source: 'hubspot', required: ['full_name', 'email'], message: 'other' },
  gohighlevel: { source: 'gohighlevel', required: ['full_name', 'phone'], message: 'other' },
  blank: { source: 'auto', required: ['full_name'], message: 'other' },
} as const satisfies Readonly<Record<string, StartingPoint>>;

export type StartName = keyof typeof startingPoints;
export const startNames = Object.keys(startingPoints) as StartName[];

export interface NewTask {
  start: StartName;
  name: string;
  country: string;
  message: string;
}

/** The task as the API takes it. Fields are found by the sender's own form, so nothing is mapped by hand yet. */
export function toTaskInput({ start, name, country, message }: NewTask): TaskInput {
  const { source, required } = startingPoints[start];
  return {
    name: name.trim(),
    source,
    lead: { default_country: country, required: [...required] },
    steps: [{ id: 'welcome', channel: 'preview', message: { text: message } }],
  };
}
