import { isIP } from 'node:net';
import { inboundPath } from '@taskhook/contracts';

/**
 * Where Twilio tells of a message, which the address names; undefined where it cannot reach us: it
 * refuses a message whose address is none on the internet (error 21609).
 */
export function statusCallback(
  publicUrl: string | undefined,
  connectionId: string,
  messageRef: string,
): string | undefined {
  const url = URL.parse(publicUrl ?? '');
  if (publicUrl === undefined || url === null) return undefined;
  const { hostname } = url;
  if (!hostname.includes('.') || isIP(hostname) !== 0 || hostname.endsWith('.local')) return undefined;
  return `${publicUrl}${inboundPath(connectionId)}?ref=${messageRef}`;
}
