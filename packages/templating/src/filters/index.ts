import { filters as standard, type FilterImplOptions, type Liquid } from 'liquidjs';
import { dateIn } from './date-in.ts';
import { firstName } from './first-name.ts';
import { guarded, type FilterHandler } from './guard.ts';
import { json } from './json.ts';
import { numberFilters } from './number-filters.ts';
import { phoneFormat } from './phone-format.ts';
import { searching } from './search.ts';
import { sort, sortNatural } from './sort.ts';
import { titleCase } from './title-case.ts';

/**
 * LiquidJS's filters that templates may use. Left out on purpose: those that run a text as an
 * expression (`where_exp` and its kin: what is run could be a lead's), `sample` (a retry would send
 * another text than the first try) and `number_of_words` (keeps state between calls).
 */
const fromLiquid = [
  // text
  'append',
  'array_to_sentence_string',
  'base64_decode',
  'base64_encode',
  'capitalize',
  'cgi_escape',
  'downcase',
  'escape',
  'escape_once',
  'hmac_sha256',
  'lstrip',
  'newline_to_br',
  'normalize_whitespace',
  'prepend',
  'rstrip',
  'sha256',
  'slugify',
  'squish',
  'strip',
  'strip_html',
  'strip_newlines',
  'truncate',
  'truncatewords',
  'upcase',
  'uri_escape',
  'url_decode',
  'url_encode',
  'xml_escape',
  ...numberFilters,
  // lists
  'compact',
  'concat',
  'find',
  'find_index',
  'first',
  'group_by',
  'has',
  'join',
  'last',
  'map',
  'pop',
  'push',
  'reject',
  'reverse',
  'shift',
  'size',
  'slice',
  'sum',
  'uniq',
  'unshift',
  'where',
  // dates
  'date',
  'date_to_long_string',
  'date_to_rfc822',
  'date_to_string',
  'date_to_xmlschema',
  // any value
  'default',
];

/** LiquidJS's filters that look for their first argument in a text. */
const searches = [
  'remove',
  'remove_first',
  'remove_last',
  'replace',
  'replace_first',
  'replace_last',
  'split',
];

/** Filters of our own. */
const own: Record<string, FilterHandler> = {
  date_in: dateIn,
  first_name: firstName,
  inspect: json,
  json,
  jsonify: json,
  phone_format: phoneFormat,
  raw: (value) => value,
  sort,
  sort_natural: sortNatural,
  title_case: titleCase,
};

/** Every filter there is, by its name in templates. */
export function registerFilters(liquid: Liquid): void {
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name);
  const all = {
    ...Object.fromEntries(fromLiquid.map((name) => [name, standardFilter(name)])),
    ...Object.fromEntries(searches.map((name) => [name, searching(standardFilter(name))])),
    ...own,
  };
  for (const [name, handler] of Object.entries(all))
    liquid.registerFilter(name, guarded(handler) as FilterImplOptions);
}

function standardFilter(name: string): FilterHandler {
  const filter = standard[name];
  if (typeof filter !== 'function') throw new TypeError(`LiquidJS has no filter ${name}`);
  return filter;
}
