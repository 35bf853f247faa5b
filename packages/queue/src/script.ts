import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A Lua script by its digest, under which Redis keeps it. */
export interface Script {
  text: string;
  sha1: string;
}

export function script(text: string): Script {
  return { text, sha1: createHash('sha1').update(text).digest('hex') };
}

/** Runs a script, sending its text only where Redis does not have it. */
export async function runScript(
  redis: Redis,
  { text, sha1 }: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha1, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return redis.eval(text, keys.length, ...keys, ...args);
  }
}
