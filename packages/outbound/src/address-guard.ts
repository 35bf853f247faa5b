import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network: its address and the length of its prefix in bits. */
export type Cidr = [Address, number];

/** Says whether an outgoing call may reach an address, written as IPv4 or IPv6. */
export type AddressGuard = (address: string) => boolean;

/**
 * Lets through public unicast addresses and what is allowed besides. An IPv6 address that stands for
 * an IPv4 one (mapped, translated, tunnelled) is judged by the latter.
 */
export function createAddressGuard(allowed: readonly Cidr[]): AddressGuard {
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.parse(text);
    const forms = [address, ...embedded(address)];
    if (forms.some((form) => allowed.some((network) => contains(network, form)))) return true;
    const judged = forms.length > 1 ? forms.slice(1) : forms;
    return judged.every((form) => form.range() === 'unicast');
  };
}

/** Networks separated by commas, such as `127.0.0.0/8,::1/128`. A parser of the configuration. */
export function parseCidrs(text: string): Cidr[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').map(parseCidr);
}

function parseCidr(text: string): Cidr {
  if (!ipaddr.isValidCIDR(text)) throw new Error('must be networks such as 10.0.0.0/8, separated by commas');
  return ipaddr.parseCIDR(text);
}

function contains([network, bits]: Cidr, address: Address): boolean {
  return network.kind() === address.kind() && address.match(network, bits);
}

/** The IPv4 addresses that an IPv6 address leads to. */
function embedded(address: Address): ipaddr.IPv4[] {
  if (!('parts' in address)) return [];
  return readers[address.range()]?.(address.parts) ?? [];
}

const lastBits = (parts: number[]) => [fromParts(parts[6], parts[7])];

/** How each range of IPv6 holds IPv4 addresses. */
const readers: Readonly<Record<string, (parts: number[]) => ipaddr.IPv4[]>> = {
  ipv4Mapped: lastBits,
  // ::ffff:0:a.b.c.d
  rfc6145: lastBits,
  // NAT64, 64:ff9b::a.b.c.d. Where a network's own prefix (RFC 8215) leads cannot be known: refused.
  rfc6052: (parts) => (parts[2] === 0 ? lastBits(parts) : []),
  '6to4': (parts) => [fromParts(parts[1], parts[2])],
  // RFC 4380: the server, and the client with its bits inverted.
  teredo: (parts) => [fromParts(parts[2], parts[3]), fromParts(~(parts[6] ?? 0), ~(parts[7] ?? 0))],
  // RFC 4291 2.5.5.1: where the first 96 bits are 0, the rest is an IPv4 address.
  unicast: (parts) => (parts.slice(0, 6).every((part) => part === 0) ? lastBits(parts) : []),
};

function fromParts(high = 0, low = 0): ipaddr.IPv4 {
  return new ipaddr.IPv4([(high >> 8) & 255, high & 255, (low >> 8) & 255, low & 255]);
}
