import { TaskhookError, type ErrorCode, type FieldError } from '@taskhook/errors';
import { LiquidError } from 'liquidjs';

/** The error of a limit; `message` says what the template does, such as "needs too much memory". */
export function limitPassed(message: string): TaskhookError {
  return templateError('template_limit', [{ field: '', message }]);
}

/** An error whose message reads like "request.url needs too much memory (line 1, column 4)." */
export function templateError(code: ErrorCode, errors: FieldError[]): TaskhookError {
  const [first] = errors;
  const more = errors.length > 1 ? ` ${errors.length - 1} more.` : '';
  return new TaskhookError(code, first ? sentence(first) + more : 'The template is wrong.', { errors });
}

interface Position {
  line: number;
  column: number;
}

/** Where in the source LiquidJS found an error; the start for an error without a place. */
export function positionOf(error: unknown): Position {
  const [line = 1, column = 1] = LiquidError.is(error) ? error.token.getPosition() : [];
  return { line, column };
}

/** What a rendering threw, as `template_failed` or `template_limit`. Its message holds no data of the scope. */
export function renderFailure(error: unknown, source: string): TaskhookError {
  const cause = rootCause(error);
  const place = placeOf(error, source);
  if (cause instanceof TaskhookError) {
    const message = cause.errors?.[0]?.message ?? cause.message;
    return templateError(cause.code, [{ field: '', message, ...place.position }]);
  }
  if (isMissingVariable(cause)) {
    const name = place.text === undefined ? 'a variable' : shortened(place.text);
    return templateError('template_failed', [
      { field: '', message: `has no value for ${name}`, ...place.position },
    ]);
  }
  if (isExhaustion(cause)) {
    return templateError('template_limit', [
      { field: '', message: 'needs too much memory', ...place.position },
    ]);
  }
  return templateError('template_failed', [
    { field: '', message: `cannot be rendered${excerpt(place.text)}`, ...place.position },
  ]);
}

const MISSING_VARIABLE = 'InternalUndefinedVariableError';

/** What LiquidJS throws for a variable that is not there; it names none, since its path may hold a lead's data. */
export function missingVariable(): Error {
  return Object.assign(new Error('a variable has no value'), { name: MISSING_VARIABLE });
}

function isMissingVariable(error: unknown): boolean {
  return error instanceof Error && error.name === MISSING_VARIABLE;
}

export function rootCause(error: unknown): unknown {
  let cause = error;
  while (LiquidError.is(cause) && cause.originalError) cause = cause.originalError;
  return cause;
}

function sentence({ field, message, line, column }: FieldError): string {
  const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
  return `${field === '' ? 'The template' : field} ${message}${place}.`;
}

/** A token of another input comes from a filter that parsed a value as a path: it may quote a lead. */
function placeOf(error: unknown, source: string): { position?: Position; text?: string } {
  if (!LiquidError.is(error) || error.token.input !== source) return {};
  return { position: positionOf(error), text: error.token.getText() };
}

function excerpt(text: string | undefined): string {
  return text === undefined ? '' : `: ${shortened(text)}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isExhaustion(error: unknown): boolean {
  return error instanceof RangeError && /string length|array length|call stack/i.test(error.message);
}
