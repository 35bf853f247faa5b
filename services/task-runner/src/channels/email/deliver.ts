import { TaskhookError } from '@taskhook/errors';
import { smtpFailure, type Mail, type Mailer } from '@taskhook/outbound';
import { answerText } from '../answer-text.ts';
import type { ConnectionFor, Delivery, DeliveryInput, RenderedFor } from '../channel.ts';
import type { PublicLinks } from '../public-links.ts';
import { rejection } from '../rejection.ts';
import { buildMail } from './build-mail.ts';
import type { Mailers } from './mailers.ts';

/** One mail. Every answer and every failure of the mail server is a value. */
export function createEmailDelivery(mailers: Pick<Mailers, 'of'>, links: Pick<PublicLinks, 'unsubscribe'>) {
  return async (input: DeliveryInput<'email'>): Promise<Delivery> => {
    try {
      const connection = await input.connection();
      const mail = buildMail(withLink(input.rendered, links), connection.settings, input.idempotencyKey);
      return await send(mailers.of(connection), mail, connection, input.signal);
    } catch (error) {
      return rejection(error);
    }
  };
}

/** A mail that says nothing of how to leave it can be left by a link of ours. */
function withLink(rendered: RenderedFor<'email'>, links: Pick<PublicLinks, 'unsubscribe'>) {
  if ((rendered.unsubscribe_url ?? '') !== '') return rendered;
  const unsubscribe_url = links.unsubscribe(rendered.to);
  return unsubscribe_url === undefined ? rendered : { ...rendered, unsubscribe_url };
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
