import { Error as Faults, mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { TaskhookError } from '@taskhook/errors';
import { isDuplicateKey, isRefusal, toStoreFault } from './store-fault.ts';

const codeOf = (error: unknown) => {
  const fault = toStoreFault(error);
  return fault instanceof TaskhookError ? fault.code : undefined;
};
const serverError = (code: number) => new mongo.MongoServerError({ message: 'Mario Rossi', code });

describe('a fault of the database', () => {
  it('is unavailable where the server cannot be reached', () => {
    expect(codeOf(new mongo.MongoNetworkError('x'))).toBe('unavailable');
    expect(codeOf(new mongo.MongoNetworkTimeoutError('x'))).toBe('unavailable');
    expect(codeOf(new Faults.MongooseServerSelectionError('x'))).toBe('unavailable');
  });

  it('is an internal error otherwise, and never quotes the document', () => {
    const fault = toStoreFault(serverError(121));
    expect(codeOf(serverError(121))).toBe('internal_error');
    expect(JSON.stringify([String(fault), String((fault as Error).cause)])).not.toContain('Mario');
  });

  it('leaves errors alone that are none of the database', () => {
    const error = new Error('x');
    expect(toStoreFault(error)).toBe(error);
  });
});

describe('a failed write', () => {
  it('is refused for good where the document is at fault, and only there', () => {
    expect(isRefusal(serverError(10_334))).toBe(true);
    expect(isRefusal(new mongo.MongoInvalidArgumentError('too large'))).toBe(true);
    expect(isRefusal(serverError(13))).toBe(false);
    expect(isRefusal(serverError(11_000))).toBe(false);
    expect(isRefusal(new mongo.MongoNetworkError('x'))).toBe(false);
    expect(isRefusal(new Error('x'))).toBe(false);
  });

  it('is a duplicate by its code', () => {
    expect(isDuplicateKey(serverError(11_000))).toBe(true);
    expect(isDuplicateKey(serverError(1))).toBe(false);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
  });
});
