import type { SettingsOf } from '@taskhook/contracts';
import type { Delivery } from '../../channel.ts';
import { unknownOutcome, type Answered } from '../../send-once.ts';
import { deliveryOf, later, refused, rejected, throttled, type Verdict } from '../../verdict.ts';

/** What an answer of a gateway means: its status is all that is known of it. */
export function mapGatewayAnswer(
  { success_statuses }: Pick<SettingsOf<'sms-http'>, 'success_statuses'>,
  answer: Answered,
): Delivery {
  const { status } = answer;
  const taken = success_statuses?.includes(status) ?? (status >= 200 && status < 300);
  if (taken) return { outcome: 'delivered', status_code: status, error: null };
  // A proxy says so of a gateway that may have done its work.
  if (status === 502 || status === 504) {
    return unknownOutcome(status, `Something before the gateway answered ${status}.`);
  }
  return deliveryOf(verdictOf(status), answer);
}

function verdictOf(status: number): Verdict {
  if (status === 401 || status === 403)
    return refused(`The gateway does not take the credentials (${status}).`);
  if (status === 429) return throttled('The gateway asks for fewer calls (429).');
  if (status >= 500 || status === 408 || status === 425) return later(`The gateway answered ${status}.`);
  return rejected(`The gateway answered ${status}.`);
}
