import type { Outbound } from '@taskhook/outbound';
import { answerText } from '../../answer-text.ts';
import type { DeliveryInput, OpenedConnection } from '../../channel.ts';
import type { PublicLinks } from '../../public-links.ts';
import type { Sending } from '../../send-once.ts';
import type { Message } from '../message.ts';
import { buildTwilioRequest } from './build-request.ts';
import { lookUpMessage } from './look-up.ts';
import { mapTwilioAnswer } from './map-answer.ts';

/** How one message goes out through Twilio, and how to find out whether it did. */
export function twilioSending(
  outbound: Outbound,
  { id, settings }: OpenedConnection<'twilio'>,
  message: Message,
  { messageRef, inquiry, signal }: Pick<DeliveryInput<'sms'>, 'messageRef' | 'inquiry' | 'signal'>,
  links: Pick<PublicLinks, 'statusCallback'>,
): Sending {
  return {
    request: buildTwilioRequest(settings, message, links.statusCallback(id, messageRef)),
    map: (answer) => ({ ...mapTwilioAnswer(answer), ...answerText(settings, answer.text) }),
    lookUp: (begunAt) => lookUpMessage({ outbound, settings, inquiry, signal }, message, begunAt),
  };
}
