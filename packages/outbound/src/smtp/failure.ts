import type { Outcome, Reason } from '@taskhook/contracts';
import { TaskhookError, type ErrorCode } from '@taskhook/errors';
import { callFailure } from '../call-failure.ts';

/** Why a mail did not go. `response` is what the server said, if it said anything. */
export interface SmtpFailure {
  outcome: Outcome;
  status_code: number | null;
  error: Reason;
  response?: string;
}

/**
 * What an error of nodemailer means. 4xx may be something else next time, 5xx will not (RFC 5321 4.2.1).
 * Throws what forbids the connection.
 */
export function smtpFailure(error: unknown): SmtpFailure {
  if (error instanceof TaskhookError) throw error;
  const { code, responseCode, response } = told(error);
  const certificate = certificateCode(error);
  if (certificate === undefined && isWithoutTls(code, error)) return withoutTls();
  if (responseCode !== undefined) return { ...answered(code, responseCode, response), ...answer(response) };
  return {
    outcome: 'retry',
    status_code: null,
    error: callFailure(causeOf(error, certificate), code === 'ETIMEDOUT'),
  };
}

interface Told {
  code: string;
  responseCode: number | undefined;
  response: string;
}

function told(error: unknown): Told {
  const given = (typeof error === 'object' ? error : {}) as Record<string, unknown> | null;
  const { code, responseCode, response } = given ?? {};
  return {
    code: typeof code === 'string' ? code : '',
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    response: typeof response === 'string' ? response : '',
  };
}

const answer = (response: string) => (response === '' ? {} : { response });

function answered(code: string, status: number, response: string): Omit<SmtpFailure, 'response'> {
  const failed = (outcome: Outcome, errorCode: ErrorCode, message: string) => ({
    outcome,
    status_code: status,
    error: { code: errorCode, message },
  });
  if (status < 500) {
    return asksForLess(status, response)
      ? failed('throttled', 'receiver_throttled', `The mail server asks for fewer mails (${status}).`)
      : failed('retry', 'receiver_failed', `The mail server answered ${status}: not now.`);
  }
  if (code === 'EAUTH') return failed('rejected', 'connection_refused', refused(status));
  return failed('rejected', 'receiver_rejected', `The mail server answered ${status}${about(response)}.`);
}

function refused(status: number): string {
  return `The mail server does not take the user name and password of the connection (${status}): save the right ones, then replay the run.`;
}

/** RFC 3463: X.7.x is about policy; with 421 servers mean their limits. */
function asksForLess(status: number, response: string): boolean {
  return status === 421 && /\b4\.7\.\d+/.test(response);
}

/** The meaning of an enhanced status code (RFC 3463), never the server's text: it may name the person. */
function about(response: string): string {
  const code = /\b5\.(\d)\.(\d+)\b/.exec(response);
  const meaning = meanings[`${code?.[1]}.${code?.[2]}`] ?? subjects[code?.[1] ?? ''];
  return meaning === undefined ? '' : `: ${meaning}`;
}

const meanings: Readonly<Record<string, string>> = {
  '1.1': 'there is no such mailbox',
  '1.2': 'there is no such domain',
  '1.10': 'the domain takes no mail',
  '2.1': 'the mailbox is switched off',
  '2.2': 'the mailbox is full',
  '3.4': 'the mail is too big',
  '7.26': 'the mail is not authenticated (SPF, DKIM)',
};

const subjects: Readonly<Record<string, string>> = {
  '1': 'the address is not right',
  '2': 'the mailbox does not take it',
  '7': 'the policy of the server forbids it',
};

/** What OpenSSL says in words, as the code that Node has for it. */
function certificateCode(error: unknown): string | undefined {
  const text = textOf(error);
  if (/certificate has expired/i.test(text)) return 'CERT_HAS_EXPIRED';
  if (/self.signed/i.test(text)) return 'SELF_SIGNED_CERT';
  return /certificate|altname/i.test(text) ? 'CERTIFICATE' : undefined;
}

function isWithoutTls(code: string, error: unknown): boolean {
  return code === 'ETLS' || /SSL routines|wrong version number/.test(textOf(error));
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : '');

function withoutTls(): SmtpFailure {
  const message = 'The mail server does not offer the encryption that the connection asks for.';
  return { outcome: 'retry', status_code: null, error: { code: 'connection_failed', message } };
}

/** Nodemailer puts its own codes over those of the system, which its message still names. */
function causeOf(error: unknown, certificate: string | undefined): Error {
  const system = /\b(E[A-Z_]{4,})\b/.exec(textOf(error))?.[1];
  return Object.assign(new Error('mail'), { code: certificate ?? system ?? 'ECONNRESET' });
}
