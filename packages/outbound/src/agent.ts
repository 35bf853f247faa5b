import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { TaskhookError } from '@taskhook/errors';
import { Agent } from 'undici';
import type { AddressGuard } from './address-guard.ts';

/**
 * The connections of outgoing calls. A name is resolved once, all its addresses are judged, and
 * those that were judged are connected to: no second look-up can bring another one in.
 */
export function createAgent(guard: AddressGuard, timeoutMs: number): Agent {
  return new Agent({
    // One call, one connection: a receiver that stalls holds up nobody else.
    allowH2: false,
    pipelining: 1,
    connect: { lookup: guardedLookup(guard), timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

/** What a call is refused with when its address may not be reached. */
export function addressRefused(): TaskhookError {
  return new TaskhookError(
    'address_refused',
    'The URL leads to an address that is not public. TASKHOOK_OUTBOUND_ALLOW lists what may be reached besides.',
  );
}

/** An address in place of a name is never looked up, so it is judged here. The URL parser has normalised it. */
export function checkLiteral(url: URL, guard: AddressGuard): void {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !guard(host)) throw addressRefused();
}

/** Looks a name up for a connection, and gives only addresses that may be reached. */
export function guardedLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) callback(error, '');
      else if (first === undefined || !allAllowed(addresses, guard)) callback(addressRefused(), '');
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function allAllowed(addresses: readonly LookupAddress[], guard: AddressGuard): boolean {
  return addresses.every(({ address }) => guard(address));
}
