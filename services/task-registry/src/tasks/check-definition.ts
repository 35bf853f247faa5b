import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import { isPhoneCountry } from '@taskhook/leads';
import { checkTask } from '@taskhook/templating';
import type { Registry } from '../registry.ts';
import { connectionErrors } from './connection-errors.ts';
import { headerErrors } from './header-errors.ts';
import { timingErrors } from './timing-errors.ts';

/**
 * Throws `invalid_task` that names every template, expression, address, header, country and
 * connection that cannot work. `more` is what was found wrong elsewhere.
 */
export async function checkDefinition(
  { engine, store }: Pick<Registry, 'engine' | 'store'>,
  definition: TaskDefinition,
  more: readonly FieldError[] = [],
): Promise<void> {
  const errors = [
    ...more,
    ...countryErrors(definition),
    ...(await connectionErrors(store, definition)),
    ...definition.steps.flatMap(urlErrors),
    ...definition.steps.flatMap(headerErrors),
    ...timingErrors(definition),
    ...checkTask(engine, definition),
  ];
  const [first] = errors;
  if (first === undefined) return;
  const others = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  throw new TaskhookError('invalid_task', `${first.field} ${first.message}${others}.`, { errors });
}

function countryErrors({ lead }: TaskDefinition): FieldError[] {
  if (isPhoneCountry(lead.default_country)) return [];
  const message = 'is not a country whose phone numbers are known; use its ISO 3166-1 code, such as IT';
  return [{ field: 'lead.default_country', message }];
}

/** An address with a template in it is judged when it is rendered. */
function urlErrors(step: TaskDefinition['steps'][number], index: number): FieldError[] {
  if (step.channel !== 'http') return [];
  const { url } = step.request;
  if (url.includes('{{') || url.includes('{%') || isHttpUrl(url)) return [];
  return [
    {
      field: `steps.${index}.request.url`,
      message: 'must be an address that starts with http:// or https://',
    },
  ];
}

function isHttpUrl(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}
