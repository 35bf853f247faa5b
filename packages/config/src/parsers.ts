import { isIP } from 'node:net';
import type { Parser } from './variable.ts';

export const text: Parser<string> = (value) => value;

export function integer(min: number, max: number): Parser<number> {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < min || number > max) {
      throw new Error(`must be a whole number from ${min} to ${max}`);
    }
    return number;
  };
}

/** A TCP port; 0 lets the system choose one. */
export const port: Parser<number> = integer(0, 65_535);

export function oneOf<const T extends readonly string[]>(words: T): Parser<T[number]> {
  return (value) => {
    if (!words.includes(value)) throw new Error(`must be one of ${words.join(', ')}`);
    return value;
  };
}

/** Words separated by commas, each one of the list. */
export function listOf<const T extends readonly string[]>(words: T): Parser<T[number][]> {
  const parse = oneOf(words);
  return (value) => splitList(value).map((word) => parse(word));
}

/** Texts separated by commas; an empty text is an empty list. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** IP addresses or networks in CIDR notation, separated by commas. */
export const networks: Parser<string[]> = (value) => splitList(value).map(network);

function network(word: string): string {
  const [address = '', bits, ...rest] = word.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  if (isIP(address) === 0 || !isPrefix || rest.length > 0) {
    throw new Error('must be addresses or networks such as 10.0.0.0/8, separated by commas');
  }
  return word;
}

/** The value, or undefined for an empty text. */
export function optional<T>(parse: Parser<T>): Parser<T | undefined> {
  return (value) => (value === '' ? undefined : parse(value));
}

/** An absolute URL with one of the protocols (`https:`), without a slash at its end. */
export function url(...protocols: string[]): Parser<string> {
  return (value) => {
    const parsed = URL.parse(value);
    if (parsed === null || !protocols.includes(parsed.protocol)) {
      throw new Error(`must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    }
    return value.replace(/\/+$/, '');
  };
}

/** Milliseconds, written as a whole number and ms, s, m or h. */
export const duration: Parser<number> = (value) => {
  const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new Error('must be a duration such as 500ms, 15s or 2m');
  return Number(match[1]) * unit;
};

/** Bytes, written as a whole number and B, KiB, MiB or GiB. */
export const bytes: Parser<number> = (value) => {
  const match = /^(\d{1,12})(B|KiB|MiB|GiB)$/.exec(value);
  const unit = { B: 1, KiB: 1_024, MiB: 1_048_576, GiB: 1_073_741_824 }[match?.[2] ?? ''];
  if (match === null || unit === undefined) throw new Error('must be a size such as 512MiB or 2GiB');
  return Number(match[1]) * unit;
};

/** So many of something within so many milliseconds. */
export interface Rate {
  count: number;
  perMs: number;
}

/** A rate such as `100/1s`, over a second at least; an empty text is no rate. */
export const rateOrNone: Parser<Rate | undefined> = (value) => {
  if (value === '') return undefined;
  const match = /^([1-9]\d{0,8})\/(\d{1,9}(?:ms|s|m|h))$/.exec(value);
  const perMs = match === null ? 0 : duration(match[2] ?? '');
  if (match === null || perMs < 1_000) throw new Error('must be a rate such as 100/1s or 3000/1m');
  return { count: Number(match[1]), perMs };
};

/** A secret of at least so many characters. */
export function secretText(minLength: number): Parser<string> {
  return (value) => {
    if (value.length < minLength) throw new Error(`must have at least ${minLength} characters`);
    return value;
  };
}

/** Several times so many bytes in base64, separated by commas; an empty text is an empty list. */
export function listOfBase64Bytes(length: number): Parser<Buffer[]> {
  const parse = base64Bytes(length);
  return (value) => splitList(value).map((word) => parse(word));
}

/** So many bytes, written in base64. */
export function base64Bytes(length: number): Parser<Buffer> {
  return (value) => {
    const decoded = Buffer.from(value, 'base64');
    if (decoded.length !== length) throw new Error(`must be ${length} bytes in base64`);
    return decoded;
  };
}
