import { TaskhookError } from '@taskhook/errors';

/** A rendered recipient in E.164. Throws `invalid_recipient`. */
export function phoneNumber(text: string): string {
  const number = recipientNumber(text);
  if (number !== undefined) return number;
  const what =
    text.replace(SEPARATORS, '') === ''
      ? 'is empty'
      : 'is not a phone number that starts with + and its country';
  throw new TaskhookError('invalid_recipient', `The rendered recipient ${what}.`);
}

const SEPARATORS = /[\s().-]/g;

/** As `phoneNumber`, undefined for what is none. */
export function recipientNumber(text: string): string | undefined {
  const number = text.replace(SEPARATORS, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}
