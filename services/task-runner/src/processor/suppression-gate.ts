import { SECOND, type AddressKind, type Reason } from '@taskhook/contracts';
import { normaliseEmail } from '@taskhook/leads';
import type { Suppressions } from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import type { AddressHasher } from '@taskhook/vault';
import { recipientNumber } from '../channels/phone-number.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { reachesPerson } from './reaches-person.ts';
import type { StepWork } from './step-work.ts';

export interface SuppressionGateDeps {
  addresses: Pick<AddressHasher, 'hashes'>;
  /** What is known of these ids. Rejects where Redis fails: the step then comes again. */
  suppressions: (ids: readonly string[]) => Promise<Suppressions>;
}

/** How soon a step looks again while task-registry has not published the list. */
const LIST_PAUSE_MS = 10 * SECOND;

/**
 * Skips a message to an address that is suppressed: the one it is rendered for, or the lead's own.
 * While it is not known whether an address is, nothing is sent.
 */
export function createSuppressionGate({ addresses, suppressions }: SuppressionGateDeps): Gate {
  return {
    ask: async (work, rendered): Promise<GateVerdict | undefined> => {
      const asked = addressesOf(work, rendered);
      if (asked.length === 0) return undefined;
      const ids = asked.flatMap(({ kind, address }) => addresses.hashes(kind, address));
      const { complete, records } = await suppressions(ids);
      if (records.some(({ record }) => record.active)) return { kind: 'skip', reason: suppressed };
      if (complete) return undefined;
      return { kind: 'later', dueAt: Date.now() + LIST_PAUSE_MS, reason: notKnown, tell: false };
    },
  };
}

const suppressed: Reason = {
  code: 'suppressed',
  message: 'The person does not want to be written to at this address.',
};
const notKnown: Reason = {
  code: 'suppressions_missing',
  message: 'The suppression list is not in Redis yet.',
};

interface Address {
  kind: AddressKind;
  address: string;
}

/** Whom a step writes to. */
function addressesOf({ job, step }: StepWork, rendered: RenderedStep): Address[] {
  const { phone, email } = job.lead;
  if (rendered.channel === 'email') return [...mails(rendered.to), ...mails(email)];
  if (rendered.channel === 'sms' || rendered.channel === 'whatsapp') {
    return [...numbers(rendered.to), ...numbers(phone)];
  }
  return reachesPerson(step.definition) ? [...numbers(phone), ...mails(email)] : [];
}

/** What is no number, or no address, is refused by its channel. */
function numbers(text: string | null): Address[] {
  const address = text === null ? undefined : recipientNumber(text);
  return address === undefined ? [] : [{ kind: 'phone', address }];
}

function mails(text: string | null): Address[] {
  const address = text === null ? null : normaliseEmail(text).value;
  return address === null ? [] : [{ kind: 'email', address }];
}
