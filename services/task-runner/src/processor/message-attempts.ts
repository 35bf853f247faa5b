import { messageRef, type MessagePlace, type StepJob } from '@taskhook/contracts';
import {
  claimAttempt,
  findMessage,
  forgetUnknown,
  keepUnknown,
  readReceipts,
  releaseAttempt,
  rememberMessage,
  type Redis,
  type RedisKeys,
} from '@taskhook/queue';
import type { RenderedStep } from '@taskhook/templating';
import type { AddressHasher } from '@taskhook/vault';
import type { Delivery, DeliveryInput } from '../channels/channel.ts';
import { recipientNumber } from '../channels/phone-number.ts';
import { jobOfNextAttempt } from './next-job.ts';
import type { StepWork } from './step-work.ts';

type AttemptInput = Pick<DeliveryInput<'sms'>, 'claim' | 'release' | 'inquiry' | 'messageRef'>;

/** What is kept in Redis of messages that must not go twice, and of whom they went to. */
export interface MessageAttempts {
  /** For the channel: the claim of an attempt, and how to find out about one that was lost. */
  of(work: StepWork, rendered: RenderedStep): AttemptInput;
  /** Keeps what a provider calls a message that it has taken. */
  taken(work: StepWork, delivery: Delivery): Promise<void>;
  /**
   * Keeps what the run goes on with once it comes out what became of an attempt. Gives the job that it
   * goes on with now, where it has come out already.
   */
  lost(work: StepWork): Promise<StepJob | undefined>;
}

interface MessageAttemptsDeps {
  redis: Redis;
  keys: RedisKeys;
  addresses: Pick<AddressHasher, 'hash'>;
  /** Milliseconds after an attempt until its provider shows what it has taken. */
  settleMs: number;
}

export function createMessageAttempts(deps: MessageAttemptsDeps): MessageAttempts {
  const { redis, keys, addresses, settleMs } = deps;
  return {
    of: (work, rendered) => {
      const place = placeOf(work);
      const receipts = () => readReceipts(redis, keys, place.run_id);
      return {
        claim: () => {
          const addressId = addresses.hash('phone', recipientOf(rendered));
          return claimAttempt(redis, keys, { place, addressId });
        },
        release: () => releaseAttempt(redis, keys, place),
        inquiry: {
          receipt: async () => (await receipts())[place.step_id],
          ownerOf: async (message) => {
            const owner = await findMessage(redis, keys, message);
            if (owner === null) return undefined;
            return owner.run_id === place.run_id && owner.step === place.step ? 'this step' : 'another';
          },
          settleMs,
          asked: work.job.asked ?? 0,
        },
        messageRef: messageRef(place),
      };
    },
    taken: async (work, { providerId: id }) => {
      const place = placeOf(work);
      if (id === undefined) return;
      const provider = place.channel === 'sms' ? 'twilio' : place.channel;
      await rememberMessage(redis, keys, { provider, id }, place);
    },
    lost: async (work) => {
      const place = placeOf(work);
      const job = jobOfNextAttempt(work.job, Date.now());
      await keepUnknown({ redis, keys }, { place, job });
      // A receipt that came before it was kept found nothing to resolve.
      const receipt = (await readReceipts(redis, keys, place.run_id))[place.step_id];
      if (receipt === undefined || receipt === 'failed') return undefined;
      await forgetUnknown({ redis, keys }, place);
      return { ...job, resolved: 'delivered' };
    },
  };
}

function placeOf({ job, step }: StepWork): MessagePlace {
  const { id, channel } = step.definition;
  const { run_id, task_id, revision } = job;
  return { run_id, task_id, revision, step: job.step, step_id: id, channel, n: job.attempts + 1 };
}

/** Its number, by which an answer is known; nobody's where it has none. */
function recipientOf(rendered: RenderedStep): string {
  const isToPhone = rendered.channel === 'sms' || rendered.channel === 'whatsapp';
  return isToPhone ? (recipientNumber(rendered.to) ?? '') : '';
}
