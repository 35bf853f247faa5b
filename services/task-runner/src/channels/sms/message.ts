import { TaskhookError } from '@taskhook/errors';
import type { RenderedFor } from '../channel.ts';
import { phoneNumber } from '../phone-number.ts';

/** What goes out: `id` is the same at every attempt. */
export interface Message {
  /** E.164. */
  to: string;
  text: string;
  id: string;
}

/** The message of a rendered step. Throws `invalid_recipient` or `invalid_message`. */
export function messageOf(rendered: RenderedFor<'sms'>, id: string): Message {
  const to = phoneNumber(rendered.to);
  if (rendered.text.trim() !== '') return { to, text: rendered.text, id };
  throw new TaskhookError('invalid_message', 'The rendered text is empty.');
}
