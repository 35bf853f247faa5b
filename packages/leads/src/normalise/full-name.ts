import { limits } from '@taskhook/contracts';
import { absent, invalid, type Field } from './field.ts';
import { trimText } from './text.ts';

/** Printable ASCII with single spaces inside: nothing to do. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
// The control characters that are not white space.
// oxlint-disable-next-line no-control-regex -- they are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const SPACES = /\p{White_Space}+/gu;

/**
 * A name with its white space collapsed and trimmed, without control characters, in Unicode NFC.
 * A longer one than `limits.nameLength` is refused, not cut.
 */
export function normaliseFullName(text: string): Field {
  const name = PLAIN.test(text) ? text : tidy(text);
  if (name === '') return absent;
  if (name.length > limits.nameLength) return invalid(`is longer than ${limits.nameLength} characters`);
  return { value: name };
}

function tidy(text: string): string {
  const visible = text.toWellFormed().replace(CONTROLS, '').replace(SPACES, ' ');
  return trimText(visible).normalize('NFC');
}
