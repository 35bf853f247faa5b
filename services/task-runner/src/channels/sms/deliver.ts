import { TaskhookError } from '@taskhook/errors';
import type { CallRequest, Outbound } from '@taskhook/outbound';
import type { TemplateEngine } from '@taskhook/templating';
import { answerText } from '../answer-text.ts';
import type { ConnectionFor, Delivery, DeliveryInput } from '../channel.ts';
import { phoneNumber } from '../phone-number.ts';
import { rejection } from '../rejection.ts';
import { sendOnce, type Answered } from '../send-once.ts';
import { createGatewayRequests, type GatewayRequests } from './gateway/build-request.ts';
import { mapGatewayAnswer } from './gateway/map-answer.ts';
import { buildTwilioRequest } from './twilio/build-request.ts';
import { mapTwilioAnswer } from './twilio/map-answer.ts';

/** One SMS. Every answer and every failure of the provider is a value. */
export function createSmsDelivery(outbound: Outbound, engine: TemplateEngine) {
  const gatewayRequests = createGatewayRequests(engine);
  return async (input: DeliveryInput<'sms'>): Promise<Delivery> => {
    try {
      const connection = await input.connection();
      const message = messageOf(input);
      const request = requestOf(gatewayRequests, connection, message);
      return await sendOnce(outbound, request, input.signal, (answer) => ({
        ...deliveryFor(connection, answer),
        ...answerText(connection.settings, answer.text),
      }));
    } catch (error) {
      return rejection(error);
    }
  };
}

/** What goes out: `id` is the same at every attempt. */
export interface Message {
  to: string;
  text: string;
  id: string;
}

function messageOf({ rendered, idempotencyKey }: DeliveryInput<'sms'>): Message {
  const to = phoneNumber(rendered.to);
  if (rendered.text.trim() !== '') return { to, text: rendered.text, id: idempotencyKey };
  throw new TaskhookError('invalid_message', 'The rendered text is empty.');
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
