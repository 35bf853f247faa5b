import { domainToASCII } from 'node:url';
import { limits } from '@taskhook/contracts';
import { absent, invalid, type Field } from './field.ts';
import { trimText } from './text.ts';

const LOCAL_LENGTH = 64;
const SCHEME = /^mailto:\s*/;
/** What the HTML standard allows before the @, and any letter beyond ASCII. */
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+$/u;
const HOST = String.raw`(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const DOMAIN = new RegExp(`^${HOST}$`);
/** A domain beyond ASCII; the ASCII characters in it are those of host names only. */
const INTERNATIONAL_DOMAIN = /^[a-z0-9.\u0080-\u{10ffff}-]+$/u;

/** What nearly all addresses are: nothing to do but to see that it is not too long. */
const PLAIN = new RegExp(`^[a-z0-9._+-]{1,${LOCAL_LENGTH}}@${HOST}$`);

/** A lower-case e-mail address, an internationalised domain in its ASCII form (RFC 5891). Linear in its length. */
export function normaliseEmail(text: string): Field {
  if (text.length <= limits.emailLength && PLAIN.test(text)) return { value: text };
  const given = trimText(text);
  if (given === '') return absent;
  const address = given.toLowerCase().replace(SCHEME, '').normalize('NFC');
  const at = address.indexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = asciiDomain(address.slice(at + 1));
  const email = `${local}@${domain}`;
  const fits = local.length <= LOCAL_LENGTH && email.length <= limits.emailLength;
  return fits && LOCAL.test(local) && DOMAIN.test(domain)
    ? { value: email }
    : invalid('is not an e-mail address');
}

function asciiDomain(domain: string): string {
  if (domain.length > limits.emailLength || DOMAIN.test(domain)) return domain;
  return INTERNATIONAL_DOMAIN.test(domain) ? domainToASCII(domain) : '';
}
