import { Error as Faults, mongo, MongooseError } from 'mongoose';
import { TaskhookError } from '@taskhook/errors';

const outages = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoOperationTimeoutError,
  Faults.MongooseServerSelectionError,
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

/** Whether a write failed because its id is taken, and for no other reason. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return false;
  return !(error instanceof mongo.MongoBulkWriteError) || writeErrorsOf(error).every(isDuplicate);
}

/** The places in a bulk of the inserts whose id is taken. */
export function duplicatesIn(error: unknown): number[] {
  return error instanceof mongo.MongoBulkWriteError ? writeErrorsOf(error).map(({ index }) => index) : [0];
}

/** Bad value, failed to parse, wrong field names, document too large (three codes), failed validation. */
const refusals = new Set([2, 9, 14, 52, 55, 57, 121, 10_334, 17_419, 17_420]);

/**
 * Whether a write failed for what is written, so that it will fail again: too large, or of a shape
 * that cannot be stored. Everything else may be a passing state of the server.
 */
export function isRefusal(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) return refusals.has(Number(error.code));
  return refusalKinds.some((kind) => error instanceof kind);
}

const refusalKinds = [
  mongo.MongoInvalidArgumentError,
  mongo.BSON.BSONError,
  Faults.CastError,
  Faults.StrictModeError,
  Faults.ValidationError,
  RangeError,
];

function writeErrorsOf(error: mongo.MongoBulkWriteError): mongo.WriteError[] {
  return [error.writeErrors].flat();
}

const isDuplicate = ({ code }: mongo.WriteError): boolean => code === DUPLICATE_KEY;

function isDatabaseError(error: unknown): error is Error {
  return error instanceof mongo.MongoError || error instanceof MongooseError;
}

function isOutage(error: Error): boolean {
  if (outages.some((kind) => error instanceof kind)) return true;
  // A bulk that broke off is told without what the server had to say.
  if (error instanceof mongo.MongoBulkWriteError) return writeErrorsOf(error).length === 0;
  return error instanceof mongo.MongoError && error.hasErrorLabel('RetryableWriteError');
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'number' ? ` ${error.code}` : '';
}
