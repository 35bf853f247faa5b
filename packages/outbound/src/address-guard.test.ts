import { expect, test } from 'vitest';
import { createAddressGuard, parseCidrs } from './address-guard.ts';

const guard = createAddressGuard([]);

test.each([
  ['the public IPv4', '93.184.216.34'],
  ['the public IPv6', '2606:4700::6810:84e5'],
  ['a public IPv4 that is mapped', '::ffff:93.184.216.34'],
  ['a public IPv4 behind NAT64', '64:ff9b::5db8:d822'],
  ['a public IPv4 in 6to4', '2002:5db8:d822::1'],
])('%s address is let through', (_name, address) => {
  expect(guard(address)).toBe(true);
});

test.each([
  ['loopback', '127.0.0.1'],
  ['another loopback', '127.8.9.10'],
  ['this host', '0.0.0.0'],
  ['private 10', '10.1.2.3'],
  ['private 172.16', '172.31.255.255'],
  ['private 192.168', '192.168.1.1'],
  ['the metadata service of clouds', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['broadcast', '255.255.255.255'],
  ['multicast', '224.0.0.1'],
  ['documentation', '192.0.2.1'],
  ['benchmarking', '198.18.0.1'],
  ['IPv6 loopback', '::1'],
  ['IPv6 unspecified', '::'],
  ['IPv6 unique local', 'fd00::1'],
  ['IPv6 link-local', 'fe80::1'],
  ['IPv6 link-local with a zone', 'fe80::1%eth0'],
  ['IPv6 site-local', 'fec0::1'],
  ['IPv6 multicast', 'ff02::1'],
  ['loopback, mapped', '::ffff:127.0.0.1'],
  ['loopback, mapped, in hex', '::ffff:7f00:1'],
  ['loopback, IPv4-compatible', '::7f00:1'],
  ['loopback, translated', '::ffff:0:7f00:1'],
  ['loopback behind NAT64', '64:ff9b::7f00:1'],
  ["a network's own NAT64 prefix", '64:ff9b:1::808:808'],
  ['loopback in 6to4', '2002:7f00:1::1'],
  ['a teredo client in a private network', '2001:0:5db8:d822:0:0:f5fe:fdfc'],
  ['no address at all', 'localhost'],
])('%s is refused: %s', (_name, address) => {
  expect(guard(address)).toBe(false);
});

test('what is allowed can be reached in every form, and nothing beside it', () => {
  const allowing = createAddressGuard(parseCidrs('127.0.0.0/8, ::1/128'));
  expect(allowing('127.0.0.1')).toBe(true);
  expect(allowing('::ffff:127.0.0.1')).toBe(true);
  expect(allowing('::1')).toBe(true);
  expect(allowing('10.0.0.1')).toBe(false);
  expect(allowing('::2')).toBe(false);
});

test('a text that is no network is refused with what was expected', () => {
  expect(() => parseCidrs('10.0.0.0')).toThrow('must be networks such as 10.0.0.0/8');
  expect(() => parseCidrs('10.0.0.0/33')).toThrow('must be networks');
  expect(parseCidrs('')).toEqual([]);
});
