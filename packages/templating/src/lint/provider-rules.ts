import type { Finding } from './lint.ts';

/** What the providers of a channel refuse in a field. */
export function providerRules(channel: string, field: string, texts: string[]): Finding[] {
  const rule = rules.find((one) => one.channel === channel && one.field.test(field));
  return rule === undefined ? [] : [...tooLong(rule, texts), ...refused(rule, texts)];
}

interface Rule {
  channel: string;
  field: RegExp;
  /** In UTF-16 units. */
  longest: number;
  refuses?: { pattern: RegExp; message: string };
}

const oneLine = {
  pattern: /[\n\t]| {5}/,
  message: 'holds a line break, a tab or more than four blanks in a row, which a parameter must not',
};

/** https://developers.facebook.com/docs/whatsapp and https://www.twilio.com/docs/api/errors/21617 */
const rules: Rule[] = [
  { channel: 'sms', field: /^message\.text$/, longest: 1_600 },
  { channel: 'whatsapp', field: /^message\.text$/, longest: 4_096 },
  { channel: 'whatsapp', field: /^message\.template\.header\.text$/, longest: 60, refuses: oneLine },
  { channel: 'whatsapp', field: /^message\.template\.parameters\./, longest: 1_024, refuses: oneLine },
];

function tooLong({ longest }: Rule, texts: string[]): Finding[] {
  const length = Math.max(0, ...texts.map((text) => text.length));
  if (length <= longest) return [];
  const message = `comes out with ${length} characters; at most ${longest} are taken`;
  return [{ code: 'too_long', severity: 'warning', message }];
}

function refused({ refuses }: Rule, texts: string[]): Finding[] {
  if (refuses === undefined || !texts.some((text) => refuses.pattern.test(text))) return [];
  return [{ code: 'refused_text', severity: 'warning', message: refuses.message }];
}
