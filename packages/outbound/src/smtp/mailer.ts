import { createTransport } from 'nodemailer';
import { startDeadline } from '../deadline.ts';
import type { Outbound } from '../outbound.ts';
import { createGate } from './gate.ts';
import { transportOptions, type SmtpSettings } from './transport-options.ts';

/** A name, which may be empty, and an address. */
export interface Mailbox {
  name: string;
  address: string;
}

/** One mail to one person. The texts are whole; none of them can start a header. */
export interface Mail {
  from: Mailbox;
  to: string;
  replyTo?: Mailbox;
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  headers: Record<string, string>;
}

/** A pool of connections to one mail server. A resource. */
export interface Mailer {
  /**
   * Sends, within the time for a call once one of the connections is free. Gives the last words of the
   * server. Rejects with nodemailer's error, see `smtpFailure`; a mail that was not let out to its end by
   * then, or when `stop` aborts, is broken off.
   */
  send(mail: Mail, signal: AbortSignal): Promise<string>;
  close(): void;
}

const MOST_CONNECTIONS = 5;
const MESSAGES_PER_CONNECTION = 100;

export function openMailer(settings: SmtpSettings, outbound: Outbound): Mailer {
  const transport = createTransport({
    ...transportOptions(settings, outbound),
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    maxMessages: MESSAGES_PER_CONNECTION,
    // A mail that broke off is an attempt with an outcome; what follows is the step's policy.
    maxRequeues: 0,
  });
  // What no mail is waiting for needs no answer; without a listener it would end the process.
  transport.on('error', () => undefined);
  const gate = createGate(MOST_CONNECTIONS);
  return {
    send: async (mail, stop) => {
      const leave = await gate.enter(stop);
      const deadline = startDeadline(outbound.timeoutMs, stop);
      try {
        const { response } = await transport.sendMail({ ...mail, signal: deadline.signal });
        return response;
      } catch (error) {
        throw deadline.passed() ? late() : error;
      } finally {
        deadline.end();
        leave();
      }
    },
    close: () => transport.close(),
  };
}

function late(): Error {
  return Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' });
}
