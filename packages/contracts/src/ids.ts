import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
const POOL_BYTES = 4_096;
const RANDOM_BYTES = 10;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** 10 random bytes from a pool that is filled in one call: `randomBytes` for each costs ten times as much. */
function randomBytes(): Buffer {
  if (used + RANDOM_BYTES > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}

/** Two characters for each ten bits: half as many pieces as by single ones. */
const PAIRS = Array.from(ALPHABET, (high) => Array.from(ALPHABET, (low) => high + low)).flat();
const PAIR_BITS = 10;
const pair = (bits: number): string => PAIRS[bits & (PAIRS.length - 1)] ?? '';
/** As many values as two pairs have. */
const TWO_PAIRS = PAIRS.length ** 2;

/** 26 characters: 48 bits of time, then 80 random bits, in Crockford's base 32. Sorts by time. See github.com/ulid/spec. */
function ulid(now: number): string {
  const bytes = randomBytes();
  return timeText(now) + randomText(bytes, 0) + randomText(bytes, RANDOM_BYTES / 2);
}

/** Eight characters for five bytes. */
function randomText(bytes: Buffer, at: number): string {
  const high = bytes.readUIntBE(at, 2);
  const low = bytes.readUIntBE(at + 2, 3);
  return pair(high >> 6) + pair((high << 4) | (low >> 20)) + pair(low >> PAIR_BITS) + pair(low);
}

/**
 * Ten characters; a time before 1970 counts as 1970, so that nothing is older. Operators on bits take 32 of
 * them, and a time has more.
 */
function timeText(time: number): string {
  const since = Math.max(0, time);
  const high = Math.floor(since / TWO_PAIRS);
  const low = since % TWO_PAIRS;
  return (
    pair(high >> (2 * PAIR_BITS)) + pair(high >> PAIR_BITS) + pair(high) + pair(low >> PAIR_BITS) + pair(low)
  );
}

export const newRunId = (now = Date.now()): string => `run_${ulid(now)}`;

const RANDOM_CHARACTERS = 16;

/** The lowest run id of a moment in milliseconds since 1970: ids begin with their time. */
export const lowestRunId = (time: number): string => lowestId('run', time);

/** As `lowestRunId`, of ids with another prefix. */
export const lowestId = (prefix: string, time: number): string =>
  `${prefix}_${timeText(time)}${'0'.repeat(RANDOM_CHARACTERS)}`;

/** When a run was made, in milliseconds since 1970. */
export function runTime(runId: string): number {
  const text = runId.slice('run_'.length, 'run_'.length + TIME_CHARACTERS);
  return Array.from(text).reduce((time, character) => time * 32 + ALPHABET.indexOf(character), 0);
}

export const newTaskId = (now = Date.now()): string => `task_${ulid(now)}`;
export const newQuarantineId = (now = Date.now()): string => `quar_${ulid(now)}`;
export const newConnectionId = (now = Date.now()): string => `conn_${ulid(now)}`;
export const newSampleId = (now = Date.now()): string => `samp_${ulid(now)}`;
export const newReplayId = (now = Date.now()): string => `rpl_${ulid(now)}`;
export const newErasureId = (now = Date.now()): string => `era_${ulid(now)}`;
export const newRequestId = (now = Date.now()): string => `req_${ulid(now)}`;

/** The secret part of a webhook's address: 128 random bits in 22 URL-safe characters. */
export function newWebhookToken(): string {
  return randomFillSync(Buffer.alloc(16)).toString('base64url');
}

/** The secret of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export function newSigningSecret(): string {
  return `whsec_${randomFillSync(Buffer.alloc(32)).toString('base64')}`;
}

export const idPattern = (prefix: string): string => `^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`;
export const idPatterns = {
  run: idPattern('run'),
  task: idPattern('task'),
  quarantine: idPattern('quar'),
  connection: idPattern('conn'),
  sample: idPattern('samp'),
  replay: idPattern('rpl'),
  erasure: idPattern('era'),
} as const;

const TIME_LENGTH = 10;

/** When an id was made, in milliseconds since 1970; NaN for what is no id. */
export function timeOfId(id: string): number {
  const digits = Array.from(id.slice(id.indexOf('_') + 1).slice(0, TIME_LENGTH), (digit) =>
    ALPHABET.indexOf(digit),
  );
  if (digits.length < TIME_LENGTH || digits.includes(-1)) return Number.NaN;
  return digits.reduce((sum, digit) => sum * 32 + digit, 0);
}
