import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
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

/** 26 characters: 48 bits of time, then 80 random bits, in Crockford's base 32. Sorts by time. See github.com/ulid/spec. */
function ulid(now: number): string {
  let text = timeText(now);
  const bytes = randomBytes();
  for (let i = 0; i < RANDOM_BYTES; i += 5) {
    let high = ((bytes[i] ?? 0) << 12) | ((bytes[i + 1] ?? 0) << 4) | ((bytes[i + 2] ?? 0) >> 4);
    let low = (((bytes[i + 2] ?? 0) & 15) << 16) | ((bytes[i + 3] ?? 0) << 8) | (bytes[i + 4] ?? 0);
    let part = '';
    for (let n = 0; n < 4; n += 1) {
      part = ALPHABET.charAt(low & 31) + part;
      low >>= 5;
    }
    for (let n = 0; n < 4; n += 1) {
      part = ALPHABET.charAt(high & 31) + part;
      high >>= 5;
    }
    text += part;
  }
  return text;
}

function timeText(time: number): string {
  let text = '';
  let rest = time;
  for (let i = 0; i < 10; i += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

export const newRunId = (now = Date.now()): string => `run_${ulid(now)}`;

const RANDOM_CHARACTERS = 16;

/** The lowest run id of a moment in milliseconds since 1970: ids begin with their time. */
export const lowestRunId = (time: number): string => lowestId('run', time);

/** As `lowestRunId`, of ids with another prefix. */
export const lowestId = (prefix: string, time: number): string =>
  `${prefix}_${timeText(time)}${'0'.repeat(RANDOM_CHARACTERS)}`;

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
