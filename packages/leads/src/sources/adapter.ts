import type { FieldError } from '@taskhook/errors';
import type { JsonObject, JsonValue } from '../json-value.ts';

export interface DecodedRequest {
  headers: Record<string, string | undefined>;
  query: string;
  body: JsonValue;
}

/** One lead as its sender wrote it, or why this part of the request is none. */
export type Candidate = { ok: true; fields: JsonObject } | { ok: false; errors: FieldError[] };

/**
 * Turns the request of one kind of sender into candidate leads, in the order of the request.
 * Throws `malformed_body` where the request as a whole cannot be taken.
 */
export type SourceAdapter = (request: DecodedRequest) => Candidate[];
