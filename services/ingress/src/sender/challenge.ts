import type { Auth } from '@taskhook/contracts';

/** What `WWW-Authenticate` says with 401. Only HTTP Basic has a scheme that clients know. */
export function challengeOf({ type }: Auth): string {
  return type === 'basic' ? 'Basic realm="webhook", charset="UTF-8"' : `Webhook realm="${type}"`;
}
