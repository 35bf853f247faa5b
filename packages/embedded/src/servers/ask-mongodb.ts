import { exchange } from './exchange.ts';
import { headerLength, mongodbMessage, opMsg } from './mongodb-message.ts';

/** How a document that says `ok: 1` (a double) does so in BSON. */
const okIsOne = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f', 'latin1');

/** Whether a server that speaks MongoDB's protocol answers `hello` there with `ok: 1`. */
export async function helloMongodb(host: string, port: number): Promise<boolean> {
  return (await askMongodb(host, port, { hello: 1, $db: 'admin' })) !== undefined;
}

/** The raw answer to a command, when it says `ok: 1`; else nothing. */
export async function askMongodb(
  host: string,
  port: number,
  command: Record<string, number | string>,
): Promise<Buffer | undefined> {
  const answer = await exchange(host, port, mongodbMessage(command), isWhole);
  const isOk = answer?.readInt32LE(12) === opMsg && answer.includes(okIsOne);
  return isOk ? answer : undefined;
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= headerLength && bytes.length >= bytes.readInt32LE(0);
}
