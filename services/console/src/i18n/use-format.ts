import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Format {
  number(value: number): string;
  /** A share of 1. */
  percent(share: number): string;
  /** Day and time of an ISO 8601 text, to the second where asked for. */
  dateTime(iso: string, style?: 'short' | 'full'): string;
  /** The time of day of an ISO 8601 text, to the second or to the minute. */
  time(iso: string, style?: 'second' | 'minute'): string;
  /** How long ago, or how far ahead, in the largest unit that is whole. */
  relative(iso: string, now?: number): string;
  /** Milliseconds as a person reads them, with the unit in short or as a whole word. */
  duration(ms: number, unit?: 'short' | 'long'): string;
  /** A country's name by its ISO 3166-1 code. */
  country(code: string): string;
}

/** Numbers, times and names as the chosen language writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => createFormat(regional(i18n.language, navigator.languages)), [i18n.language]);
}

/** The language as the reader’s own region writes it, where the browser tells that: `en-GB` has other dates than `en-US`. */
export function regional(language: string, browser: readonly string[]): string {
  return browser.find((tag) => tag.split('-')[0] === language) ?? language;
}

export function createFormat(language: string): Format {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const short = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const minute = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    dateTime: (iso, style = 'short') => (style === 'full' ? full : short).format(new Date(iso)),
    time: (iso, style = 'second') => (style === 'second' ? second : minute).format(new Date(iso)),
    relative: (iso, now = Date.now()) => {
      const [value, unit] = largestUnit((new Date(iso).getTime() - now) / 1_000);
      return relative.format(value, unit);
    },
    duration: (ms, unit = 'short') => durationText(language, ms, unit),
    country: (code) => regions.of(code) ?? code,
  };
}

const units: readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [31_536_000, 'year'],
  [2_592_000, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

function largestUnit(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const found = units.find(([size]) => Math.abs(seconds) >= size);
  return found === undefined ? [Math.round(seconds), 'second'] : [Math.trunc(seconds / found[0]), found[1]];
}

const durations: readonly [ms: number, unit: string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
  [0, 'millisecond'],
];

function durationText(language: string, ms: number, unitDisplay: 'short' | 'long'): string {
  const [size, unit] = durations.find(([least]) => ms >= least) ?? [0, 'millisecond'];
  const value = size === 0 ? ms : ms / size;
  const style = {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(language, style).format(value);
}
