import { MongooseError, mongo } from 'mongoose';
import { TaskhookError } from '@taskhook/errors';

const outages = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
];

const DUPLICATE_KEY = 11_000;

/** `unavailable`, for a caller who may come back. */
export function storeUnavailable(cause?: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'The database cannot be reached now.', { cause, retryAfter: 5 });
}

/**
 * An error of the database as one of ours. Its text may quote a document, so name and code are all
 * that is kept of it; anything else is given back as it is.
 */
export function toStoreFault(error: unknown): unknown {
  if (!isDatabaseError(error)) return error;
  const cause = new Error(`${error.name}${codeOf(error)}`);
  return isOutage(error)
    ? storeUnavailable(cause)
    : new TaskhookError('internal_error', 'The database refused an operation.', { cause });
}

/** For `catch` at the edge of what works with the store. */
export function rethrowStoreFault(error: unknown): never {
  throw toStoreFault(error);
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

function isDatabaseError(error: unknown): error is Error {
  return error instanceof mongo.MongoError || error instanceof MongooseError;
}

function isOutage(error: Error): boolean {
  if (outages.some((kind) => error instanceof kind)) return true;
  return error instanceof mongo.MongoError && error.hasErrorLabel('RetryableWriteError');
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'number' ? ` ${error.code}` : '';
}
