import type { components } from './schema.ts';

type Problem = components['schemas']['Problem'];

/** What the API refused, as it told it (RFC 9457), or `offline` where no answer came. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** What is wrong with which field of the request. */
  readonly errors: NonNullable<Problem['errors']>;
  readonly retryAfterSeconds: number | undefined;
  /** Everything that the answer said, for members of its own. */
  readonly body: Partial<Problem>;

  constructor(body: Partial<Problem>, status: number, retryAfterSeconds?: number, cause?: unknown) {
    super(body.detail ?? `HTTP ${status}`, { cause });
    this.name = 'ApiProblem';
    this.code = body.code ?? 'other';
    this.status = status;
    this.requestId = body.request_id;
    this.errors = body.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.body = body;
  }
}

export function isProblem(thrown: unknown, ...codes: string[]): thrown is ApiProblem {
  return thrown instanceof ApiProblem && (codes.length === 0 || codes.includes(thrown.code));
}

/** No answer came: the network, the server, or a proxy that is no API. */
export const offlineProblem = (cause?: unknown): ApiProblem =>
  new ApiProblem({ code: 'offline' }, 0, undefined, cause);

/** Server, network and throttling faults may go away by themselves; the caller's own do not. */
export function mayPass(thrown: unknown): boolean {
  return isProblem(thrown) && (thrown.status === 0 || thrown.status >= 500);
}
