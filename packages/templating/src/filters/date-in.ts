import { toValue } from 'liquidjs';
import { allowanceOf, type Allowance } from '../allowance.ts';
import { templateError } from '../failure.ts';
import type { FilterHandler } from './guard.ts';
import { textOf } from './words.ts';

/**
 * A time in the words of a place: `date_in: "Europe/Rome", "it", "long"`, and as a fourth the style of the
 * time of day (`short` or `medium`; none by default). The style of the date is `full`, `long`, `medium`,
 * `short` or `none`. Numbers are seconds since 1970; a text without a zone is already the place's own
 * time. What is no time gives nothing.
 */
export const dateIn: FilterHandler = function dateIn(value, zone, locale, dateStyle, timeStyle) {
  const allowance = allowanceOf(this.context);
  allowance.spend(UNITS_PER_TEXT);
  const choice = {
    zone: chosen(zone, 'UTC'),
    locale: chosen(locale, 'en'),
    date: chosen(dateStyle, 'long'),
    time: chosen(timeStyle, 'none'),
  };
  checkStyles(choice);
  const moment = momentOf(value);
  // The zone is checked with every value, so that a wrong one shows at the first preview.
  const formats = [formatterOf(choice, allowance), formatterOf({ ...choice, zone: 'UTC' }, allowance)];
  return moment === undefined ? '' : plainBlanks(formats[moment.isLocal ? 1 : 0]?.format(moment.at));
};

interface Choice {
  zone: string;
  locale: string;
  date: string;
  time: string;
}

const UNITS_PER_TEXT = 100;
/** Making a formatter takes a fraction of a millisecond. */
const UNITS_PER_FORMATTER = 3_000;
const MAX_FORMATTERS = 200;
const LONGEST_CHOICE = 200;
const dateStyles = new Set(['full', 'long', 'medium', 'short', 'none']);
const timeStyles = new Set(['medium', 'short', 'none']);

function chosen(given: unknown, otherwise: string): string {
  const text = textOf(given);
  return text === '' ? otherwise : text;
}

function checkStyles({ date, time }: Choice): void {
  if (!dateStyles.has(date))
    throw refused('a style of the date that is not full, long, medium, short or none');
  if (!timeStyles.has(time)) throw refused('a style of the time that is not medium, short or none');
  if (date === 'none' && time === 'none') throw refused('neither a style of the date nor one of the time');
}

function refused(message: string) {
  return templateError('template_failed', [{ field: '', message: `gives date_in ${message}` }]);
}

const DAY_OR_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A day or a time without a zone is held as if it were in UTC, and has to be written in UTC. */
function momentOf(value: unknown): { at: number; isLocal: boolean } | undefined {
  const plain: unknown = toValue(value);
  if (typeof plain === 'number') return checked(plain * 1_000, false);
  const text = textOf(plain).trim();
  if (/^\d{1,12}$/.test(text)) return checked(Number(text) * 1_000, false);
  const [found, day, time = '00:00', zone] = DAY_OR_TIME.exec(text.slice(0, 50)) ?? [];
  if (found === undefined) return undefined;
  return checked(Date.parse(`${day}T${time}${zone?.toUpperCase() ?? 'Z'}`), zone === undefined);
}

function checked(at: number, isLocal: boolean): { at: number; isLocal: boolean } | undefined {
  return Number.isNaN(new Date(at).getTime()) ? undefined : { at, isLocal };
}

/** The thin blank before `PM` is in no text message's alphabet. */
function plainBlanks(text = ''): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(choice: Choice, allowance: Allowance): Intl.DateTimeFormat {
  const key = JSON.stringify(choice);
  if (key.length > LONGEST_CHOICE) throw unknownPlace();
  const known = formatters.get(key);
  if (known !== undefined) return known;
  allowance.spend(UNITS_PER_FORMATTER);
  const made = makeFormatter(choice);
  const [oldest] = formatters.keys();
  if (formatters.size >= MAX_FORMATTERS && oldest !== undefined) formatters.delete(oldest);
  formatters.set(key, made);
  return made;
}

/** Languages that are not known are written in English, never in that of the machine. */
function makeFormatter({ zone, locale, date, time }: Choice): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat([locale, 'en'], {
      timeZone: zone,
      ...(date === 'none' ? {} : { dateStyle: date as 'full' }),
      ...(time === 'none' ? {} : { timeStyle: time as 'short' }),
    });
  } catch {
    throw unknownPlace();
  }
}

function unknownPlace() {
  return refused('a time zone or a language that does not exist');
}
