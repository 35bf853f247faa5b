import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether `X-Hub-Signature-256` is the HMAC-SHA256 of the bytes under the secret of the Meta app. */
export function isSignedByMeta(appSecret: string, body: Buffer, signature: string | undefined): boolean {
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? '') ?? [];
  const expected = createHmac('sha256', appSecret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
