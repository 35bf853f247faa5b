import type { FieldError, TaskhookError } from '@taskhook/errors';
import { Parser, type Liquid, type Template, type TopLevelToken } from 'liquidjs';
import { positionOf, rootCause, templateError } from './failure.ts';

const MAX_DEPTH = 100;

/** Parses a whole template; throws `invalid_task` with message, line and column. */
export function parseTemplate(liquid: Liquid, source: string, maxLength: number): Template[] {
  checkLength(source, maxLength);
  return parsing(() => new BoundedParser(liquid).parse(source));
}

export function checkLength(source: string, maxLength: number): void {
  if (source.length > maxLength) throw parseError({ message: `is longer than ${maxLength} characters` });
}

/** Runs a parser of LiquidJS and turns what it throws into `invalid_task`. */
export function parsing<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw parseError({ message: describe(error), ...positionOf(error) });
  }
}

/** Blocks inside blocks are parsed by recursion. */
class BoundedParser extends Parser {
  #depth = 0;

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]) {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new Error(`blocks are nested more than ${MAX_DEPTH} deep`);
    const template = super.parseToken(token, rest);
    this.#depth -= 1;
    return template;
  }
}

function parseError(error: Omit<FieldError, 'field'>): TaskhookError {
  return templateError('invalid_task', [{ field: '', ...error }]);
}

function describe(error: unknown): string {
  const cause = rootCause(error);
  if (cause instanceof RangeError) return 'is nested too deep';
  const text = cause instanceof Error ? cause.message.replace(/, line:\d+, col:\d+$/, '') : '';
  const [, missing, name] =
    /^undefined (filter): (.*)$/.exec(text) ?? /^(tag) "(.*)" not found$/.exec(text) ?? [];
  if (missing !== undefined) return `uses the ${missing} "${name}", which does not exist`;
  return `does not parse: ${text}`;
}
