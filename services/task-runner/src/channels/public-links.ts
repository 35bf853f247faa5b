import { isIP } from 'node:net';
import { inboundPath, unsubscribePath } from '@taskhook/contracts';
import { normaliseEmail } from '@taskhook/leads';
import type { UnsubscribeTokens } from '@taskhook/vault';

/** Addresses of ingress that go out with messages; undefined where nobody outside could reach them. */
export interface PublicLinks {
  /** Where the provider of a connection tells of a message. */
  statusCallback(connectionId: string, messageRef: string): string | undefined;
  /** Where the reader of a mail leaves it. */
  unsubscribe(email: string): string | undefined;
}

export function createPublicLinks(
  publicUrl: string | undefined,
  tokens: Pick<UnsubscribeTokens, 'make'>,
): PublicLinks {
  const base = isOnInternet(publicUrl) ? publicUrl : undefined;
  return {
    statusCallback: (connectionId, messageRef) =>
      base === undefined ? undefined : `${base}${inboundPath(connectionId)}?ref=${messageRef}`,
    unsubscribe: (email) => {
      const address = normaliseEmail(email).value;
      if (base === undefined || address === null) return undefined;
      return `${base}${unsubscribePath(tokens.make(address))}`;
    },
  };
}

/** Twilio refuses a message whose callback is not (error 21609). */
function isOnInternet(url: string | undefined): boolean {
  const hostname = URL.parse(url ?? '')?.hostname ?? '';
  return hostname.includes('.') && isIP(hostname) === 0 && !hostname.endsWith('.local');
}
