import type { IncomingMessage } from 'node:http';
import { durationMs } from '@taskhook/contracts';
import type { Rate } from '@taskhook/config';
import { TaskhookError } from '@taskhook/errors';
import { clientAddress, networkList } from '@taskhook/http';
import { addressName, createRateLimiter, type Redis, type RedisKeys } from '@taskhook/queue';
import type { IngressEvents } from '../events.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** How many requests are taken. Each throws `rate_limited`, and is no promise where nothing limits. */
export interface RequestLimits {
  /** By the address that the request comes from. */
  address(request: IncomingMessage): Promise<void> | undefined;
  /** By the task that it is for. */
  webhook(webhook: Webhook): Promise<void> | undefined;
}

export interface LimitParts {
  redis: Redis;
  keys: RedisKeys;
  events: IngressEvents;
  isAway: () => boolean;
  addressLimit: Rate | undefined;
  /** For tasks that have no limit of their own. */
  webhookLimit: Rate | undefined;
  /** Addresses and networks whose word on where a request comes from is taken. */
  trustedProxies: readonly string[];
}

export function requestLimits(parts: LimitParts): RequestLimits {
  const { redis, keys, events, isAway, addressLimit, webhookLimit } = parts;
  const trusted = networkList(parts.trustedProxies);
  const limiterOf = (kind: 'address' | 'webhook') => createRateLimiter({ redis, keys, kind, isAway });
  const addresses = limiterOf('address');
  const webhooks = limiterOf('webhook');
  const keep = async (limit: 'address' | 'webhook', name: string, { count, perMs }: Rate): Promise<void> => {
    const limiter = limit === 'address' ? addresses : webhooks;
    const waitMs = await limiter.take(name, count, perMs);
    if (waitMs === 0) return;
    events.limited(limit);
    throw tooMany(limit, waitMs);
  };
  return {
    address: (request) =>
      addressLimit && keep('address', addressName(clientAddress(request, trusted)), addressLimit),
    webhook: ({ taskId, definition }) => {
      const { intake_limit: own } = definition;
      const rate = own === undefined ? webhookLimit : { count: own.requests, perMs: durationMs(own.per) };
      return rate && keep('webhook', taskId, rate);
    },
  };
}

const details = {
  address: 'This address sends more requests than are taken from one.',
  webhook: 'This webhook gets more requests than its task takes.',
} as const;

function tooMany(limit: keyof typeof details, waitMs: number): TaskhookError {
  return new TaskhookError('rate_limited', details[limit], { retryAfter: Math.ceil(waitMs / 1_000) });
}
