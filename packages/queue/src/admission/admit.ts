import type { Redis } from 'ioredis';
import type { RedisKeys } from '../keys.ts';
import { admitScript } from './admit-script.ts';
import type { Admission, Admitted } from './admission.ts';
import { packGroup } from './pack-group.ts';
import { runScript, script } from '../script.ts';

const ADMIT = script(admitScript);

/**
 * Takes a group of leads in one atomic step: each that no other run has claimed gets its claims, its
 * job and its event, and is counted. Gives what became of them, in their order. When it rejects, the
 * group may be in or not; admitting it again, whole or in parts, is safe for as long as its claims are
 * kept: what is in stays in, once.
 */
export async function admit(redis: Redis, keys: RedisKeys, group: readonly Admission[]): Promise<Admitted[]> {
  if (group.length === 0) return [];
  const packed = packGroup(keys, group, Date.now());
  const answers = await runScript(redis, ADMIT, packed.keys, packed.args);
  return (answers as string[]).map(readAnswer);
}

const ADMITTED: Admitted = { status: 'admitted' };
const REPEATED: Admitted = { status: 'repeated' };

/** See `admitScript` for what it answers. */
function readAnswer(answer: string): Admitted {
  if (answer === '') return ADMITTED;
  if (answer === '=') return REPEATED;
  const space = answer.indexOf(' ');
  return {
    status: 'duplicate',
    claim: Number(answer.slice(0, space)) - 1,
    runId: answer.slice(space + 1),
  };
}
