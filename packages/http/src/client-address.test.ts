import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress, networkList } from './client-address.ts';

const trusted = networkList(['10.0.0.0/8', '172.16.0.1', 'fd00::/8']);

/** What is read of a request: the socket's address and one header. */
function requestFrom(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test.each([
  ['no proxy', '198.51.100.7', undefined, '198.51.100.7'],
  ['a stranger that names another', '198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['one proxy', '10.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['a proxy by its address', '172.16.0.1', '203.0.113.1', '203.0.113.1'],
  ['two proxies', '10.0.0.1', '203.0.113.1, 10.0.0.2', '203.0.113.1'],
  ['a sender that wrote an address itself', '10.0.0.1', '192.0.2.1, 203.0.113.1', '203.0.113.1'],
  ['a proxy that says nothing', '10.0.0.1', undefined, '10.0.0.1'],
  ['a proxy that says nonsense', '10.0.0.1', '203.0.113.1, unknown', '10.0.0.1'],
  ['an IPv4 address over IPv6', '::ffff:10.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['a port behind the address', '10.0.0.1', '203.0.113.1:4711', '203.0.113.1'],
  ['IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ['IPv6 in brackets with a port', 'fd00::1', '[2001:db8::7]:4711', '2001:db8::7'],
])('%s', (_what, socket, forwarded, address) =>
  expect(clientAddress(requestFrom(socket, forwarded), trusted)).toBe(address),
);
