import { exchange } from './exchange.ts';

/** OP_MSG of the MongoDB wire protocol, the one message that every server since 3.6 speaks. */
const opMsg = 2013;
const headerLength = 16;
const okIsOne = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f', 'latin1');

/** Whether a server that speaks MongoDB's protocol answers `hello` there with `ok: 1`. */
export async function helloMongodb(host: string, port: number): Promise<boolean> {
  const answer = await exchange(host, port, helloMessage(), isWhole);
  return answer !== undefined && answer.readInt32LE(12) === opMsg && answer.includes(okIsOne);
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length >= headerLength && bytes.length >= bytes.readInt32LE(0);
}

/** Header (length, request id, response to, operation), flags, one section of kind 0, a BSON document. */
function helloMessage(): Buffer {
  const document = helloDocument();
  const head = Buffer.alloc(headerLength + 5);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(opMsg, 12);
  return Buffer.concat([head, document]);
}

/** `{ hello: 1, $db: 'admin' }` in BSON. */
function helloDocument(): Buffer {
  const fields = Buffer.from('\x10hello\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32LE(length.length + fields.length);
  return Buffer.concat([length, fields]);
}
