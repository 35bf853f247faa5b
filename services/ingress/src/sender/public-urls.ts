import type { AuthRequest } from '@taskhook/leads';
import type { ReceivedRequest } from '../request/read-request.ts';

type PublicUrl = Pick<AuthRequest, 'publicUrl'>;

/**
 * The absolute addresses that a sender may have used and signed: the configured one, then the one that
 * the request or its proxy names. A sender that lies here has to have signed the lie.
 */
export function publicUrls(
  { url, headers }: Pick<ReceivedRequest, 'url' | 'headers'>,
  configured: string | undefined,
): PublicUrl[] {
  const host = firstOf(headers['x-forwarded-host']) ?? headers['host'];
  const protocol = firstOf(headers['x-forwarded-proto']) ?? 'http';
  const named = host === undefined ? undefined : `${protocol}://${host}`;
  const origins = new Set([configured, named].filter((origin) => origin !== undefined));
  return origins.size === 0 ? [{}] : [...origins].map((origin) => ({ publicUrl: `${origin}${url}` }));
}

/** A chain of proxies writes a list; the first entry is what the sender used. */
function firstOf(header: string | undefined): string | undefined {
  const first = header?.split(',', 1)[0]?.trim();
  return first === '' ? undefined : first;
}
