import type { Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import { answerText } from '../answer-text.ts';
import type { Delivery, DeliveryInput } from '../channel.ts';
import type { PublicLinks } from '../public-links.ts';
import { rejection } from '../rejection.ts';
import { sendOnce, type Answered } from '../send-once.ts';
import { createGatewayRequests } from './gateway/build-request.ts';
import { mapGatewayAnswer } from './gateway/map-answer.ts';
import { messageOf } from './message.ts';
import { twilioSending } from './twilio/sending.ts';

/** One SMS. Every answer and every failure of the provider is a value. */
export function createSmsDelivery(
  outbound: Outbound,
  engine: TemplateEngine,
  links: Pick<PublicLinks, 'statusCallback'>,
) {
  const gatewayRequests = createGatewayRequests(engine);
  return async (input: DeliveryInput<'sms'>): Promise<Delivery> => {
    try {
      const { id, version, settings } = await input.connection();
      const message = messageOf(input.rendered, input.idempotencyKey);
      const shown = (answer: Answered) => answerText(settings, answer.text);
      if (settings.provider === 'twilio') {
        const twilio = { id, version, settings };
        return await sendOnce(outbound, input, twilioSending(outbound, twilio, message, input, links));
      }
      return await sendOnce(outbound, input, {
        request: gatewayRequests({ id, version, settings }, message),
        map: (answer) => ({ ...mapGatewayAnswer(settings, answer), ...shown(answer) }),
      });
    } catch (error) {
      return rejection(error);
    }
  };
}
