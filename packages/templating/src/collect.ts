import { TaskhookError, type FieldError } from '@taskhook/errors';
import { templateError } from './failure.ts';
import type { Rendering } from './rendering.ts';

/** Runs `make` and files the errors of an `invalid_task` under `field`; undefined where there were any. */
export function collect<T>(errors: FieldError[], field: string, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TaskhookError) || error.code !== 'invalid_task') throw error;
    errors.push(...(error.errors ?? []).map((one) => ({ ...one, field: joined(field, one.field) })));
    return undefined;
  }
}

/** Throws `invalid_task` with all errors, if there are any. */
export function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw templateError('invalid_task', errors);
}

/** A compiled template of a field: its errors go to `errors`, and what fails in it later names the field. */
export function compileField<T>(
  errors: FieldError[],
  field: string,
  compile: () => Rendering<T>,
): Rendering<T> {
  const render = collect(errors, field, compile) ?? unusable;
  return (scope, budget) => {
    try {
      return render(scope, budget);
    } catch (error) {
      throw named(error, field);
    }
  };
}

function named(error: unknown, field: string): unknown {
  if (!(error instanceof TaskhookError)) return error;
  return templateError(
    error.code,
    (error.errors ?? []).map((one) => ({ ...one, field: joined(field, one.field) })),
  );
}

function joined(outer: string, inner: string): string {
  return inner === '' ? outer : `${outer}.${inner}`;
}

function unusable(): never {
  throw new TypeError('A template that does not parse was rendered.');
}
