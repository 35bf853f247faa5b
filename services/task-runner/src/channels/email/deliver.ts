import { TaskhookError } from '@taskhook/errors';
import { smtpFailure, type Mail, type Mailer } from '@taskhook/outbound';
import { answerText } from '../answer-text.ts';
import type { ConnectionFor, Delivery, DeliveryInput } from '../channel.ts';
import { rejection } from '../rejection.ts';
import { buildMail } from './build-mail.ts';
import type { Mailers } from './mailers.ts';

/** One mail. Every answer and every failure of the mail server is a value. */
export function createEmailDelivery(mailers: Pick<Mailers, 'of'>) {
  return async (input: DeliveryInput<'email'>): Promise<Delivery> => {
    try {
      const connection = await input.connection();
      const mail = buildMail(input.rendered, connection.settings, input.idempotencyKey);
      return await send(mailers.of(connection), mail, connection, input.signal);
    } catch (error) {
      return rejection(error);
    }
  };
}

async function send(
  mailer: Mailer,
  mail: Mail,
  { settings }: ConnectionFor<'email'>,
  stop: AbortSignal,
): Promise<Delivery> {
  try {
    const response = await mailer.send(mail, stop);
    return {
      outcome: 'delivered',
      status_code: statusOf(response),
      error: null,
      ...answerText(settings, response),
    };
  } catch (error) {
    if (stop.aborted) throw stopped(error);
    const { response = '', ...failure } = smtpFailure(error);
    return { ...failure, ...answerText(settings, response) };
  }
}

function statusOf(response: string): number | null {
  const status = Number(response.slice(0, 3));
  return Number.isInteger(status) && status >= 200 ? status : null;
}

function stopped(cause: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'The runner stopped before the mail server had the mail.', {
    cause,
  });
}
