import { createHmac, randomBytes } from 'node:crypto';
import { MINUTE } from '@taskhook/contracts';
import { redisUnavailable, type Redis, type RedisKeys } from '@taskhook/queue';

/** When a signed-in person came, and until when they stay; milliseconds since 1970. */
export interface Session {
  signedInAt: number;
  /** Whatever they do. */
  expiresAt: number;
  /** Where they do nothing. */
  idleExpiresAt: number;
}

/** Sessions and sign-in links in Redis, so that every replica knows them. Rejects with `unavailable`. */
export interface SessionStore {
  open(): Promise<{ token: string; session: Session }>;
  /** The session, prolonged where it was asked for as the person's own doing. */
  find(token: string, prolong?: boolean): Promise<Session | undefined>;
  end(token: string): Promise<void>;
  /** A token that signs in once. */
  createLink(): Promise<{ token: string; expiresAt: number }>;
  /** True for the first who shows the token in time. */
  redeemLink(token: string): Promise<boolean>;
}

export interface SessionStoreOptions {
  redis: Redis;
  keys: RedisKeys;
  adminKey: string;
  /** Milliseconds. */
  idleMs: number;
  maxAgeMs: number;
}

const LINK_MS = 15 * MINUTE;
/** A session in use is prolonged at most so often. */
const PROLONG_EVERY_MS = MINUTE;

/**
 * Only digests of tokens are stored, and they are made with the admin key: another key finds nothing
 * of what was made under the old one.
 */
export function createSessionStore(options: SessionStoreOptions): SessionStore {
  const { redis, keys, adminKey } = options;
  const digest = (token: string) => createHmac('sha256', adminKey).update(token).digest('base64url');
  const sessionKey = (token: string) => keys.session(digest(token));
  const linkKey = (token: string) => keys.signInLink(digest(token));
  return {
    open: async () => {
      const token = newToken();
      const now = Date.now();
      const session = sessionOf(options, now, now);
      const ttl = session.idleExpiresAt - now;
      await answered(redis.set(sessionKey(token), String(now), 'PX', ttl));
      return { token, session };
    },
    find: (token, prolong = false) => answered(findSession(options, sessionKey(token), prolong)),
    end: async (token) => void (await answered(redis.del(sessionKey(token)))),
    createLink: async () => {
      const token = newToken();
      await answered(redis.set(linkKey(token), '1', 'PX', LINK_MS));
      return { token, expiresAt: Date.now() + LINK_MS };
    },
    redeemLink: async (token) => (await answered(redis.getdel(linkKey(token)))) !== null,
  };
}

/** 256 random bits in URL-safe characters. */
const newToken = (): string => randomBytes(32).toString('base64url');

function sessionOf({ idleMs, maxAgeMs }: SessionStoreOptions, signedInAt: number, usedAt: number): Session {
  const expiresAt = signedInAt + maxAgeMs;
  return { signedInAt, expiresAt, idleExpiresAt: Math.min(usedAt + idleMs, expiresAt) };
}

async function findSession(
  options: SessionStoreOptions,
  key: string,
  prolong: boolean,
): Promise<Session | undefined> {
  const { redis } = options;
  const [value, ttl] = await Promise.all([redis.get(key), redis.pttl(key)]);
  const now = Date.now();
  if (value === null || ttl <= 0) return undefined;
  const fresh = sessionOf(options, Number(value), now);
  if (fresh.expiresAt <= now) return undefined;
  const current = { ...fresh, idleExpiresAt: Math.min(now + ttl, fresh.expiresAt) };
  if (!prolong || fresh.idleExpiresAt - current.idleExpiresAt < PROLONG_EVERY_MS) return current;
  await redis.pexpire(key, fresh.idleExpiresAt - now);
  return fresh;
}

async function answered<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw redisUnavailable(error);
  }
}
