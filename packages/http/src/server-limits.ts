/** What a server takes on at once, and how long its callers may take. */
export interface ServerLimits {
  /** Milliseconds for the head of a request; after them the caller hears 408. */
  headersTimeoutMs: number;
  /** Milliseconds for a whole request, its body included; after them the caller hears 408. */
  requestTimeoutMs: number;
  /** Connections beyond these are closed as they come. */
  maxConnections: number;
  /** Requests beyond these, counted from their head to the end of their answer, hear 503. */
  maxRequests: number;
  /** Told of each connection and each request that was turned away. */
  refused: (what: Refused) => void;
}

export type Refused = 'connection' | 'request' | 'slow_request';

export const defaultLimits: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  maxConnections: Number.POSITIVE_INFINITY,
  maxRequests: Number.POSITIVE_INFINITY,
  refused: () => undefined,
};
