import { createTransport } from 'nodemailer';
import type { Outbound } from '../outbound.ts';
import { transportOptions, type SmtpSettings } from './transport-options.ts';

/** Connects and logs in, and sends nothing. Rejects with nodemailer's error, see `smtpFailure`. */
export async function verifySmtp(settings: SmtpSettings, outbound: Outbound): Promise<void> {
  const transport = createTransport(transportOptions(settings, outbound));
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
