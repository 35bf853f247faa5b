import { TaskhookError } from '@taskhook/errors';

/** A rendered recipient in E.164. Throws `invalid_recipient`. */
export function phoneNumber(text: string): string {
  const number = text.replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
  const what = number === '' ? 'is empty' : 'is not a phone number that starts with + and its country';
  throw new TaskhookError('invalid_recipient', `The rendered recipient ${what}.`);
}
