import { parsePhone } from '../normalise/parse-phone.ts';

/** What stands before a national number: trunk prefixes, of all countries together. */
const TRUNKS = ['', '0', '1', '8', '06', '01'];
/** What is dialled before a country code. */
const EXITS = ['', '00', '011', '0011', '810'];

/**
 * The digits of all the ways to write a number that is given in E.164: national with and without a trunk
 * prefix, with its country code, with what is dialled before that, and both (`+44 (0) 20 …`).
 */
export function phoneSpellings(phone: string): ReadonlySet<string> {
  const parsed = parsePhone(phone, undefined);
  const digits = phone.replace(/\D/g, '');
  if (parsed === undefined) return new Set(EXITS.map((exit) => exit + digits));
  const { countryCallingCode: code, nationalNumber: national } = parsed;
  const nationals = TRUNKS.map((trunk) => trunk + national);
  const internationals = EXITS.flatMap((exit) => nationals.map((number) => exit + code + number));
  return new Set([...nationals, ...internationals]);
}
