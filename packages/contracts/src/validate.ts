import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Static, TSchema } from 'typebox';
import type { FieldError } from '@taskhook/errors';

export type Validation<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

const ajv = new Ajv2020({ allErrors: false, discriminator: true, strict: false });
formats.default(ajv, ['date-time', 'uri']);

/**
 * A function that tells whether a value has the shape of the schema. The schema is compiled at the
 * first call, and once. It stops at the first error, which names the field as a dotted path.
 */
export function validator<S extends TSchema>(schema: S): (value: unknown) => Validation<Static<S>> {
  let check: ValidateFunction | undefined;
  return (value) => {
    check ??= ajv.compile(schema);
    if (check(value)) return { ok: true, value: value as Static<S> };
    return { ok: false, errors: (check.errors ?? []).map(toFieldError) };
  };
}

function toFieldError(error: ErrorObject): FieldError {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  if (error.keyword === 'required') path.push(String(error.params['missingProperty']));
  if (error.keyword === 'additionalProperties') path.push(String(error.params['additionalProperty']));
  if (error.keyword === 'discriminator') path.push(String(error.params['tag']));
  return { field: path.join('.'), message: messageOf(error) };
}

/** RFC 6901: ~1 is a slash, ~0 a tilde. */
function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function messageOf(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
      return 'is not a known field';
    case 'enum':
      return `must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return `must be ${String(error.params['allowedValue'])}`;
    case 'discriminator':
      return `must name a known ${String(error.params['tag'])}`;
    default:
      return error.message ?? 'is not valid';
  }
}
