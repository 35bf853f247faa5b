import type { ConnectionTest, SettingsOf } from '@taskhook/contracts';
import { callOnce } from '../call-once.ts';
import { NEVER } from './never.ts';
import type { Outbound } from '../outbound.ts';

/** Only a message would show whether a gateway takes the credentials; here it is asked whether it is there. */
export async function testGateway(
  { url }: SettingsOf<'sms-http'>,
  outbound: Outbound,
): Promise<ConnectionTest> {
  const origin = URL.parse(url)?.origin;
  if (origin === undefined) {
    return {
      ok: false,
      detail: 'The address of the gateway depends on the message: it cannot be tried alone.',
    };
  }
  const result = await callOnce(outbound, { method: 'OPTIONS', url: `${origin}/`, headers: {} }, NEVER);
  if (!result.answered) return { ok: false, detail: result.error.message };
  return {
    ok: true,
    detail: 'The gateway answers; whether it takes the credentials only a message will show.',
  };
}
