import type { FetchTarget } from '@taskhook/contracts';

/** What a provider answered. Header names are in lower case. */
export interface ProviderAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/**
 * Why there is no lead. `retry` and `throttled` may be another thing next time; `refused` is the token,
 * `forbidden` what it may read, `not_found` the lead, `rejected` everything else.
 */
export interface FetchVerdict {
  outcome: 'retry' | 'throttled' | 'refused' | 'forbidden' | 'not_found' | 'rejected';
  /** What was seen, in codes and words of our own: never the provider's text, which may hold anything. */
  detail?: string;
  /** A code of `docs/errors.md` that says more than the outcome does. */
  code?: string;
  /** Milliseconds for which the provider asks to be left alone. */
  retryAfterMs?: number;
}

/** The bytes of a 2xx answer, JSON for certain, or why there are none. */
export type Fetched = { ok: true; body: Buffer } | { ok: false; verdict: FetchVerdict };

/** Reads a path of the provider's API, query included. */
export type ReadPath = (path: string) => Promise<Fetched>;

/** An API from which leads are fetched. Each is a file of its own with the same parts. */
export interface LeadProvider {
  /** What it is called, such as `Facebook Lead Ads`. */
  title: string;
  /** What a token needs to be allowed. */
  permission: string;
  /** Where its API is, where the connection does not say. */
  baseUrl: (target: FetchTarget) => string;
  headers: (token: string) => Record<string, string>;
  /** The path of the lead; undefined where the notification's ids cannot be the provider's. */
  path: (target: FetchTarget) => string | undefined;
  /** What an answer other than 2xx means where its status does not tell. */
  judge?: (answer: ProviderAnswer) => FetchVerdict | undefined;
  /** Reads what the lead alone does not tell, and gives what its adapter expects. */
  complete?: (body: Buffer, read: ReadPath) => Promise<Fetched>;
}

/**
 * An id as providers write them, safe as a part of a path. What is in a notification may be anybody's:
 * the token must not be led elsewhere.
 */
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{0,199}$/;

export function pathId(id: unknown): string | undefined {
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && ID.test(text) ? encodeURIComponent(text) : undefined;
}
