import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.ts';
import { scalarText } from '../normalise/text.ts';
import { countryOfText, type StatedCountry } from './country-text.ts';
import { firstKeys } from './first-keys.ts';
import { keyMeaning } from './key-meaning.ts';

/** What stands beside a phone number and belongs to it. */
export interface BesidePhone {
  country?: {
    value: StatedCountry;
    /** The key that says it. */
    label: string;
    /** Whether the key speaks of the number; else the country may be just where somebody lives. */
    ofNumber: boolean;
  };
  /** An area code in a field of its own. */
  area?: { digits: string; label: string };
}

const countryCodes =
  setOf(`country code, countrycode, phone country code, phone country, phone code, phonecode,
  phone prefix, phone country iso, phone iso, mobile country code, telephone country code, tel country code,
  dial code, dialcode, dialing code, dialling code, calling code, country calling code, country phone code,
  country prefix, international prefix, international code, isd, isd code, prefix, prefisso, prefisso internazionale,
  prefisso telefonico, prefisso telefono, prefijo, prefijo internacional, prefijo telefonico, prefijo pais, codigo pais,
  codigo de pais, codigo do pais, ddi, indicatif, indicatif pays, indicatif telephonique, landervorwahl, landesvorwahl,
  laendervorwahl, numer kierunkowy, kierunkowy, country iso, country iso code, iso country code`);
/** In an object that is the phone number's own. */
const ownCodes = setOf('country, code, cc, region, iso, iso2, iso code, country iso2');
const countries = setOf('country, country name, paese, nazione, pais, pays, land, kraj, tara');
const areaCodes = setOf(`area code, areacode, phone area, phone area code, ddd, codigo de area, codigo area,
  lada, vorwahl, prefisso, prefijo, phone prefix, prefix`);
const AREA = /^\(?(0?[1-9]\d{0,4})\)?$/;

/** The country and area code that stand beside the value at this path, or beside the object that it stands in. */
export function besidePhone(fields: JsonObject, path: readonly string[]): BesidePhone {
  const objects = objectsOn(fields, path);
  const inner = objects.at(-1);
  if (inner === undefined) return {};
  const own = path.slice(0, -1).findLastIndex((key) => keyMeaning(key).role === 'phone');
  if (own === -1) return besideIn(inner, false);
  const outer = objects[own];
  return { ...(outer === undefined ? {} : besideIn(outer, false)), ...besideIn(inner, true) };
}

/** The containers on the way to a value, the outermost first. */
function objectsOn(fields: JsonObject, path: readonly string[]): JsonValue[] {
  const objects: JsonValue[] = [];
  let value: JsonValue | undefined = fields;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
    objects.push(value);
    value = Array.isArray(value) ? value[Number(key)] : value[key];
  }
  return objects;
}

function besideIn(object: JsonValue, isOwn: boolean): BesidePhone {
  const beside: BesidePhone = {};
  if (!isJsonObject(object)) return beside;
  for (const key of firstKeys(object)) {
    const { text } = keyMeaning(key);
    const ofNumber = countryCodes.has(text) || (isOwn && ownCodes.has(text));
    if (ofNumber || countries.has(text)) addCountry(beside, key, textOf(object[key]), ofNumber);
    if (areaCodes.has(text) || (isOwn && text === 'area')) addArea(beside, key, textOf(object[key]));
  }
  return beside;
}

function addCountry(beside: BesidePhone, label: string, text: string, ofNumber: boolean): void {
  if (beside.country !== undefined && (beside.country.ofNumber || !ofNumber)) return;
  const value = countryOfText(text);
  if (value !== undefined) beside.country = { value, label, ofNumber };
}

function addArea(beside: BesidePhone, label: string, text: string): void {
  const digits = AREA.exec(text.trim())?.[1];
  if (digits !== undefined) beside.area ??= { digits, label };
}

function textOf(value: JsonValue | undefined): string {
  return scalarText(value) ?? '';
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((text) => text.trim()));
}
