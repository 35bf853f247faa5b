import type { Reason } from '@taskhook/contracts';
import { TaskhookError, type ErrorCode } from '@taskhook/errors';
import { errors } from 'undici';

/** Why a call got no answer; the next one may. Throws where the call may not or cannot be made. */
export function callFailure(error: unknown, deadlinePassed: boolean): Reason {
  const refusal = ownError(error);
  if (refusal !== undefined) throw refusal;
  if (deadlinePassed || isTimeout(error)) {
    return reason('delivery_timeout', 'The receiver did not answer in time.');
  }
  if (error instanceof errors.InvalidArgumentError) {
    throw new TaskhookError('invalid_url', 'The rendered request is not a valid one.', { cause: error });
  }
  return reason('connection_failed', describe(codeOf(error)));
}

/** The guard's own refusal, as it comes out of the connector. */
function ownError(error: unknown): TaskhookError | undefined {
  if (error instanceof TaskhookError) return error;
  return error instanceof Error && error.cause instanceof TaskhookError ? error.cause : undefined;
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    codeOf(error) === 'ETIMEDOUT'
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function describe(code: string): string {
  if (certificateCodes.test(code)) return `The receiver's TLS certificate was not accepted (${code}).`;
  return sentences[code] ?? `The connection to the receiver failed${code === '' ? '' : ` (${code})`}.`;
}

/** Names of OpenSSL's verification results and of Node's own check of the name. */
const certificateCodes = /CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY|ALTNAME|HOSTNAME_MISMATCH|CRL/;

const sentences: Record<string, string> = {
  ENOTFOUND: 'The name of the receiver does not exist (ENOTFOUND).',
  EAI_AGAIN: 'The name of the receiver could not be looked up now (EAI_AGAIN).',
  ECONNREFUSED: 'The receiver refused the connection (ECONNREFUSED).',
  ECONNRESET: 'The receiver broke off the connection (ECONNRESET).',
  UND_ERR_SOCKET: 'The receiver broke off the connection.',
};

function reason(code: ErrorCode, message: string): Reason {
  return { code, message };
}
