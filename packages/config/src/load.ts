import { TaskhookError, type FieldError } from '@taskhook/errors';
import type { ConfigOf, ConfigTable, Variable } from './variable.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The values of a table. Throws one `invalid_configuration` that names every variable that is
 * missing or does not parse; an empty variable is an absent one. Values are never repeated in it.
 */
export function loadConfig<T extends ConfigTable>(table: T, environment: Environment): ConfigOf<T> {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, row] of Object.entries(table)) {
    try {
      values[key] = valueOf(row, environment);
    } catch (error) {
      errors.push({ field: row.name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  if (errors.length > 0) {
    const lines = errors.map(({ field, message }) => `${field} ${message}`);
    throw new TaskhookError('invalid_configuration', lines.join('; '), { errors });
  }
  return values as ConfigOf<T>;
}

function valueOf(row: Variable<unknown>, environment: Environment): unknown {
  const given = environment[row.name];
  const text = given === undefined || given === '' ? row.fallback : given;
  if (text === undefined) throw new Error(`is required: ${row.meaning}`);
  return row.parse(text);
}
