import type { Step } from '@taskhook/contracts';

/** A text of a step that is rendered. */
export interface TemplateField {
  /** Inside the step, such as `request.body.name`. */
  field: string;
  source: string;
}

/** What of a step is no template. */
const settings = new Set([
  'id',
  'channel',
  'wait',
  'at',
  'window',
  'expires',
  'when',
  'retry',
  'on_failure',
  'connection',
]);

/** Every text of a step's content, at any depth; texts without a mark are rendered as they are. */
export function templateFields(step: Step): TemplateField[] {
  return Object.entries(step).flatMap(([name, value]) => (settings.has(name) ? [] : textsOf(name, value)));
}

function textsOf(field: string, value: unknown): TemplateField[] {
  if (typeof value === 'string') return [{ field, source: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(`${field}.${key}`, member));
}
