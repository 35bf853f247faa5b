/** OP_MSG of the MongoDB wire protocol, the one message that every server since 3.6 speaks. */
export const opMsg = 2013;
export const headerLength = 16;

/**
 * A command as bytes: header (length, request id, response to, operation), flags, and one section of
 * kind 0 with the document. The command's name is its first key; `$db` names the database.
 */
export function mongodbMessage(command: Record<string, number | string>): Buffer {
  const document = bson(command);
  const head = Buffer.alloc(headerLength + 5);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(opMsg, 12);
  return Buffer.concat([head, document]);
}

/** A flat document of 32-bit integers and strings (https://bsonspec.org). */
function bson(fields: Record<string, number | string>): Buffer {
  const elements = Object.entries(fields).map(([key, value]) =>
    typeof value === 'number'
      ? Buffer.concat([Buffer.from(`\x10${key}\0`), int32(value)])
      : Buffer.concat([
          Buffer.from(`\x02${key}\0`),
          int32(Buffer.byteLength(value) + 1),
          Buffer.from(`${value}\0`),
        ]),
  );
  const body = Buffer.concat([...elements, Buffer.from([0])]);
  return Buffer.concat([int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
