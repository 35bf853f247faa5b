import type { Resources } from '@taskhook/lifecycle';
import { createLeadQueues, type LeadQueues } from '@taskhook/queue';
import { createAddressHasher, createSigner, createUnsubscribeTokens, VERIFY_TOKENS } from '@taskhook/vault';
import type { IngressConfig } from '../config.ts';
import type { InboundParts } from './inbound-parts.ts';

type Given = Omit<
  InboundParts,
  'queues' | 'addresses' | 'verifyTokens' | 'unsubscribeTokens' | 'publicUrl'
> & {
  config: Pick<IngressConfig, 'secretKey' | 'oldSecretKeys' | 'publicUrl'>;
  resources: Resources;
};

/** Puts together what takes receipts and replies. Queues are opened for the first that needs them. */
export function createInbound({ config, resources, ...given }: Given): InboundParts {
  const { secretKey, oldSecretKeys, publicUrl } = config;
  const addresses = createAddressHasher(secretKey, oldSecretKeys);
  let opened: LeadQueues | undefined;
  const queues = (): LeadQueues => (opened ??= createLeadQueues(given.redis, given.keys));
  resources.add('inbound queues', queues, async () => opened?.close());
  return {
    ...given,
    queues: {
      add: (steps) => queues().add(steps),
      has: (channel, runId, step) => queues().has(channel, runId, step),
      remove: (channel, runId, step) => queues().remove(channel, runId, step),
    },
    addresses,
    unsubscribeTokens: createUnsubscribeTokens(addresses, secretKey, oldSecretKeys),
    verifyTokens: createSigner(VERIFY_TOKENS, secretKey, oldSecretKeys),
    publicUrl,
  };
}
