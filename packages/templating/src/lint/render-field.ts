import { TaskhookError } from '@taskhook/errors';
import type { Budget } from '../budget.ts';
import type { InspectedTemplate, Scope } from '../rendering.ts';
import type { Finding } from './lint.ts';

/** What came of a field for the samples. */
export interface RenderedField {
  texts: { text: string; empty: number[] }[];
  /** How many samples were tried. */
  of: number;
  failures: Finding[];
}

/** Renders a field for each sample. What fails is a finding, told once. */
export function renderField(template: InspectedTemplate, scopes: Scope[], budget: Budget): RenderedField {
  const texts: RenderedField['texts'] = [];
  const errors: TaskhookError[] = [];
  for (const scope of scopes) {
    try {
      texts.push(template.render(scope, budget));
    } catch (error) {
      if (!(error instanceof TaskhookError)) throw error;
      errors.push(error);
    }
  }
  return { texts, of: scopes.length, failures: failuresOf(errors, scopes.length) };
}

function failuresOf(errors: TaskhookError[], of: number): Finding[] {
  const [first] = errors;
  if (first === undefined) return [];
  const { message = first.message, line, column } = first.errors?.[0] ?? {};
  const count = of === 1 ? '' : ` (${errors.length} of ${of} samples)`;
  const place = line === undefined || column === undefined ? {} : { line, column };
  return [{ code: 'failed_render', severity: 'warning', message: `${message}${count}`, ...place }];
}
