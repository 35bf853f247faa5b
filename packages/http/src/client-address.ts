import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Addresses and networks (`10.0.0.0/8`) as a list that tells whether an address is among them. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    list.addSubnet(address, Number(prefix ?? bits), bits === 128 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/**
 * The address that a request comes from: the socket's, or, where that is a trusted proxy, the last one
 * of `X-Forwarded-For` that is none. What stands left of it anybody may have written.
 */
export function clientAddress(request: IncomingMessage, trusted: BlockList): string {
  let address = plain(request.socket.remoteAddress ?? '');
  if (!isTrusted(address, trusted)) return address;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  for (const hop of hops.toReversed()) {
    const next = plain(hop.trim());
    if (isIP(next) === 0) return address;
    address = next;
    if (!isTrusted(address, trusted)) return address;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address that came over an IPv6 socket, as the IPv4 address that it is; proxies may add ports. */
function plain(address: string): string {
  const withoutPort = /^\[?([0-9a-f:.]+?)\]?(?::\d+)?$/i.exec(address);
  const bare = isIP(address) === 0 ? (withoutPort?.[1] ?? address) : address;
  return bare.toLowerCase().startsWith('::ffff:') && bare.includes('.') ? bare.slice(7) : bare;
}
