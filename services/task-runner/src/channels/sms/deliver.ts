import type { CallRequest, Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import { answerText } from '../answer-text.ts';
import type { ConnectionFor, Delivery, DeliveryInput } from '../channel.ts';
import { rejection } from '../rejection.ts';
import { sendOnce, type Answered } from '../send-once.ts';
import { createGatewayRequests, type GatewayRequests } from './gateway/build-request.ts';
import { mapGatewayAnswer } from './gateway/map-answer.ts';
import { messageOf, type Message } from './message.ts';
import { buildTwilioRequest } from './twilio/build-request.ts';
import { mapTwilioAnswer } from './twilio/map-answer.ts';

/** One SMS. Every answer and every failure of the provider is a value. */
export function createSmsDelivery(outbound: Outbound, engine: TemplateEngine) {
  const gatewayRequests = createGatewayRequests(engine);
  return async (input: DeliveryInput<'sms'>): Promise<Delivery> => {
    try {
      const connection = await input.connection();
      const message = messageOf(input.rendered, input.idempotencyKey);
      const request = requestOf(gatewayRequests, connection, message);
      return await sendOnce(outbound, input, request, (answer) => ({
        ...deliveryFor(connection, answer),
        ...answerText(connection.settings, answer.text),
      }));
    } catch (error) {
      return rejection(error);
    }
  };
}

function requestOf(
  gatewayRequests: GatewayRequests,
  connection: ConnectionFor<'sms'>,
  message: Message,
): CallRequest {
  const { id, version, settings } = connection;
  return settings.provider === 'twilio'
    ? buildTwilioRequest(settings, message)
    : gatewayRequests({ id, version, settings }, message);
}

function deliveryFor({ settings }: ConnectionFor<'sms'>, answer: Answered): Delivery {
  return settings.provider === 'twilio' ? mapTwilioAnswer(answer) : mapGatewayAnswer(settings, answer);
}
