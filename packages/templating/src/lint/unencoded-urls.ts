import { numberFilters } from '../filters/number-filters.ts';
import type { InspectedTemplate } from '../rendering.ts';
import type { Finding } from './lint.ts';
import { placesIn } from './place.ts';
import type { OutputUse } from './variable-uses.ts';

/** Values in an address that could change its meaning, such as a blank, `&` or the `+` of a phone number. */
export function unencodedUrls({ source, outputs }: InspectedTemplate): Finding[] {
  const placeOf = placesIn(source);
  return outputs
    .filter((output) => isRisky(source, output))
    .map(({ begin }) => ({
      code: 'unencoded_url',
      severity: 'warning',
      message: 'puts a value into the address as it is; add the filter url_encode',
      ...placeOf(begin),
    }));
}

/** Filters after which nothing is left that an address could trip over. */
const safe = new Set([
  'url_encode',
  'cgi_escape',
  'uri_escape',
  'slugify',
  'sha256',
  'hmac_sha256',
  'size',
  ...numberFilters,
]);

/** What is ours and never holds more than letters and digits. */
const ours = new Set<string | number>(['run', 'forloop', 'tablerowloop']);

/** An address that begins with a value is wholly the lead's: encoded, it would be none. */
function isRisky(source: string, { begin, filters, roots }: OutputUse): boolean {
  if (source.slice(0, begin).trim() === '') return false;
  return roots.some((root) => !ours.has(root)) && !safe.has(filters.at(-1) ?? '');
}
