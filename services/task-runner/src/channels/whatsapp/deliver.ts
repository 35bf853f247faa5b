import type { Outbound } from '@taskhook/outbound';
import { answerText } from '../answer-text.ts';
import type { Delivery, DeliveryInput } from '../channel.ts';
import { rejection } from '../rejection.ts';
import { sendOnce } from '../send-once.ts';
import { buildRequest } from './build-request.ts';
import { mapAnswer } from './map-answer.ts';

/** One message. Every answer and every failure of the Cloud API is a value. */
export function createWhatsAppDelivery(outbound: Outbound) {
  return async (input: DeliveryInput<'whatsapp'>): Promise<Delivery> => {
    try {
      const { settings } = await input.connection();
      return await sendOnce(outbound, input, {
        request: buildRequest(settings, input.rendered, input.messageRef),
        map: (answer) => ({ ...mapAnswer(answer), ...answerText(settings, answer.text) }),
      });
    } catch (error) {
      return rejection(error);
    }
  };
}
