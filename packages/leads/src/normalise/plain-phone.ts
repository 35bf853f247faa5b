import {
  getCountries,
  getCountryCallingCode,
  Metadata,
  type CountryCode,
  type NumberingPlan,
} from 'libphonenumber-js/max';

/** What holds in all countries of a calling code, whichever of them a number belongs to. */
interface CallingCode {
  /** How many digits follow it in a possible number of each of them. */
  lengths: readonly number[];
  /** How those begin that the library might rewrite, as by leaving out a trunk prefix. */
  rewritten: readonly RegExp[];
}

const PLAIN = /^\+[1-9]\d{5,14}$/;
const LONGEST_CODE = 3;

/**
 * Whether the text is a possible number in E.164 already, as most senders write it: told by its length
 * and its first digits, for less than a tenth of what reading it takes. False only says that it has to be read.
 */
export function isPlainPhone(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  for (let end = 2; end <= 1 + LONGEST_CODE; end += 1) {
    const code = callingCode(text.slice(1, end));
    if (code === undefined) continue;
    const national = text.slice(end);
    return code.lengths.includes(national.length) && !code.rewritten.some((prefix) => prefix.test(national));
  }
  return false;
}

const known = new Map<string, CallingCode>();
let countriesOf: Map<string, CountryCode[]> | undefined;

/** No calling code is the beginning of another one. Codes without a country are left to the library. */
function callingCode(digits: string): CallingCode | undefined {
  const made = known.get(digits);
  if (made !== undefined) return made;
  countriesOf ??= Map.groupBy<string, CountryCode>(getCountries(), (country) =>
    getCountryCallingCode(country),
  );
  const countries = countriesOf.get(digits);
  if (countries === undefined) return undefined;
  const code = commonOf(countries.map(planOf));
  known.set(digits, code);
  return code;
}

function commonOf(plans: readonly ParsingPlan[]): CallingCode {
  const [first] = plans;
  const lengths = first?.possibleLengths() ?? [];
  return {
    lengths: lengths.filter((length) => plans.every((plan) => plan.possibleLengths().includes(length))),
    rewritten: [...new Set(plans.flatMap((plan) => plan.nationalPrefixForParsing() ?? []))].map(
      (prefix) => new RegExp(`^(?:${prefix})`),
    ),
  };
}

/** The library's types lack the member. */
type ParsingPlan = NumberingPlan & { nationalPrefixForParsing(): string | null | undefined };

function planOf(country: CountryCode): ParsingPlan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  return metadata.numberingPlan as ParsingPlan;
}
