import { connect, type Socket } from 'node:net';
import { isIP } from 'node:net';
import type { SettingsOf } from '@taskhook/contracts';
import type { SMTPTransportOptions } from 'nodemailer';
import { addressRefused, guardedLookup } from '../agent.ts';
import type { Outbound } from '../outbound.ts';

export type SmtpSettings = SettingsOf<'smtp'>;

/** How nodemailer reaches a mail server: over addresses that may be reached, within the time for a call. */
export function transportOptions(
  settings: SmtpSettings,
  { guard, timeoutMs }: Outbound,
): SMTPTransportOptions {
  const { host, port, security, username, password, dkim } = settings;
  const options = { host, port, guard, timeoutMs };
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
    ...(dkim === undefined ? {} : { dkim: dkimOptions(dkim) }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options, callback) =>
      openSocket(options, (error, connection) => {
        if (error !== null) callback(error);
        else callback(null, { connection });
      }),
  };
}

function dkimOptions({ domain, selector, private_key }: NonNullable<SmtpSettings['dkim']>) {
  return { domainName: domain, keySelector: selector, privateKey: private_key };
}

type Target = Pick<SmtpSettings, 'host' | 'port'> & Pick<Outbound, 'guard' | 'timeoutMs'>;
type Opened = (error: Error | null, socket?: Socket) => void;

/** Calls `done` once: with a socket that is connected, or with why there is none. */
function openSocket({ host, port, guard, timeoutMs }: Target, done: Opened): void {
  if (isIP(host) !== 0 && !guard(host)) {
    done(addressRefused());
    return;
  }
  const socket = connect({ host, port, lookup: guardedLookup(guard) });
  const timer = setTimeout(() => socket.destroy(timeout()), timeoutMs);
  const end = (error: Error | null): void => {
    clearTimeout(timer);
    socket.off('error', end).off('connect', connected);
    if (error === null) done(null, socket);
    else done(error);
  };
  const connected = (): void => end(null);
  socket.once('error', end).once('connect', connected);
}

function timeout(): Error {
  return Object.assign(new Error('The connection took too long.'), { code: 'ETIMEDOUT' });
}
