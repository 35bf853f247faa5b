import { connect } from 'node:net';

const patience = 1_000;

/**
 * Sends bytes to a TCP address and gives the answer as soon as `isWhole` says that it is one.
 * `undefined` when there is no connection or no whole answer within a second.
 */
export function exchange(
  host: string,
  port: number,
  request: Buffer,
  isWhole: (answer: Buffer) => boolean,
): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let answer: Buffer = Buffer.alloc(0);
    const finish = (result: Buffer | undefined) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(patience, () => finish(undefined));
    socket.once('connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (isWhole(answer)) finish(answer);
    });
    socket.once('error', () => finish(undefined));
    socket.once('close', () => finish(undefined));
  });
}
