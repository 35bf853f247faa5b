import { errorCodes, type ErrorCode } from './codes.ts';

/** One field that is wrong. `field` is a dotted path, `''` for the whole body. Line and column start at 1. */
export interface FieldError {
  field: string;
  message: string;
  line?: number;
  column?: number;
}

export interface ErrorOptions {
  cause?: unknown;
  /** The fields that are wrong, when the error is about input. */
  errors?: FieldError[];
  /** Seconds after which a new try makes sense. */
  retryAfter?: number;
  /** Further members for the problem answer, such as `quarantine_id`. */
  extra?: Record<string, unknown>;
}

/**
 * The one error class. `message` is for the person who has to act on it and never holds personal
 * data or secrets; `code` is stable and is what programs look at.
 */
export class TaskhookError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly extra: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'TaskhookError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
    this.extra = options.extra;
  }

  /** Whether the same thing may succeed when it is tried again unchanged. */
  get retry(): boolean {
    return errorCodes[this.code].retry;
  }
}

/** The error itself where it is one of ours, else `internal_error` with it as the cause. */
export function toTaskhookError(error: unknown): TaskhookError {
  if (error instanceof TaskhookError) return error;
  return new TaskhookError('internal_error', 'An unforeseen fault.', { cause: error });
}
