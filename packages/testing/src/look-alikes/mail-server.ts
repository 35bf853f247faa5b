import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export const MAIL_LOGIN = { username: 'corso', password: 'mail-password-canary' };

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came: headers, a blank line, the content. */
  source: string;
}

/** What is done with the next mail: `hang`, `break`, or an answer such as `550 5.1.1 No such user`. */
type MailBehaviour = string;

/** As `openMailServer`, closed with the test. */
export async function mailServer(options: SMTPServerOptions = {}) {
  const server = await openMailServer(options);
  onTestFinished(server.close);
  return server;
}

/** A mail server on loopback that asks for a login. */
export async function openMailServer(options: SMTPServerOptions = {}) {
  const mails: ReceivedMail[] = [];
  const queue: MailBehaviour[] = [];
  const sockets = new Set<Socket>();
  let logins = 0;
  let begun = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN'],
    onAuth: ({ username, password }, _session, done) => {
      logins += 1;
      if (username === MAIL_LOGIN.username && password === MAIL_LOGIN.password) done(null, { user: 'corso' });
      else done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
    },
    onData: (stream, session, done) => {
      begun += 1;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const behaviour = queue.shift();
        if (behaviour === 'hang') return;
        if (behaviour === 'break') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        if (behaviour !== undefined) return done(refusal(behaviour));
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        });
        done(null, '2.0.0 queued');
      });
    },
    ...options,
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    logins: () => logins,
    begun: () => begun,
    next: (...behaviours: MailBehaviour[]) => void queue.push(...behaviours),
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function refusal(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
