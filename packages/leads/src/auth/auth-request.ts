/** What of a request shows who sent it. */
export interface AuthRequest {
  method: string;
  /** As received: path and query. */
  url: string;
  /** The absolute address that the sender used, as far as a proxy lets it be known; some senders sign it. */
  publicUrl?: string;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** The text after the question mark. */
  query: string;
  /** The bytes as they were sent. */
  body: Uint8Array;
}

/** `reason` is for the person who sets the sender up: it holds no secret and no signature. */
export type AuthResult = { ok: true } | { ok: false; reason: string };

/** Whether a request comes from its sender; `now` is in milliseconds since 1970. Never throws. */
export type Authenticate = (request: AuthRequest, now: number) => AuthResult;

export const ACCEPTED: AuthResult = { ok: true };

export function refused(reason: string): AuthResult {
  return { ok: false, reason };
}

/** The header's text; what is no text counts as absent. */
export function headerOf(request: Pick<AuthRequest, 'headers'>, name: string): string | undefined {
  const value: unknown = request.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : undefined;
}
