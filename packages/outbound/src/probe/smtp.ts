import type { ConnectionTest, SettingsOf } from '@taskhook/contracts';
import type { Outbound } from '../outbound.ts';
import { smtpFailure } from '../smtp/failure.ts';
import { verifySmtp } from '../smtp/verify.ts';

/** Connects and logs in. */
export async function testSmtp(settings: SettingsOf<'smtp'>, outbound: Outbound): Promise<ConnectionTest> {
  try {
    await verifySmtp(settings, outbound);
  } catch (error) {
    return { ok: false, detail: smtpFailure(error).error.message };
  }
  const login = settings.username === undefined ? 'asks for no login' : 'takes the login';
  return { ok: true, detail: `The mail server answers and ${login}.` };
}
