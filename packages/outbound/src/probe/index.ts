import type { ConnectionSettings, ConnectionTest } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Outbound } from '../outbound.ts';
import { testGateway } from './gateway.ts';
import { testProvider } from './provider.ts';
import { testSmtp } from './smtp.ts';

/** Whether a connection works, by a call that changes nothing and sends nobody anything. */
export async function testConnection(
  settings: ConnectionSettings,
  outbound: Outbound,
): Promise<ConnectionTest> {
  try {
    return await testOf(settings, outbound);
  } catch (error) {
    if (!(error instanceof TaskhookError) || error.retry) throw error;
    return { ok: false, detail: error.message };
  }
}

function testOf(settings: ConnectionSettings, outbound: Outbound): Promise<ConnectionTest> {
  if (settings.provider === 'smtp') return testSmtp(settings, outbound);
  if (settings.provider === 'sms-http') return testGateway(settings, outbound);
  return testProvider(settings, outbound);
}
