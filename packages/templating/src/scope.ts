import type { Lead } from '@taskhook/contracts';
import type { EarlierStep } from './earlier-steps.ts';
import { firstNameOf } from './filters/first-name.ts';
import type { Scope } from './rendering.ts';

/**
 * What the templates of a step and the filter of a task see: `full_name`, `first_name`, `phone`,
 * `email`, `extra_fields`, and `lead`, `task`, `run` and `steps`. `received_at` comes in as milliseconds since
 * 1970 and is seen as ISO 8601 in UTC.
 */
export function stepScope(input: {
  lead: Lead;
  task: { id: string; name: string };
  run: { id: string; received_at: number; source: string; test: boolean };
  /** The steps before, by id; none for the filter. */
  steps?: Readonly<Record<string, EarlierStep>>;
}): Scope {
  const { lead, task, run, steps = {} } = input;
  return {
    full_name: lead.full_name,
    // Few templates ask for it, and it costs some microseconds.
    get first_name() {
      return lead.full_name === null ? null : firstNameOf(lead.full_name);
    },
    phone: lead.phone,
    email: lead.email,
    extra_fields: lead.extra_fields,
    lead,
    task: { id: task.id, name: task.name },
    run: {
      id: run.id,
      get received_at() {
        return new Date(run.received_at).toISOString();
      },
      source: run.source,
      test: run.test,
    },
    steps,
  };
}

/**
 * What a mapping sees: the body's own top-level keys, and the whole body as `body` unless it has a
 * key of that name. Odd keys are read in brackets: `{{ ["Full Name"] }}`.
 */
export function bodyScope(body: unknown): Scope {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { body };
  return { body, ...body };
}
