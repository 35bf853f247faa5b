import { newErasureId, type Erasure, type ErasureInput } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { PersonAddresses } from '@taskhook/leads';
import { redisUnavailable, rememberErased } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { findRun } from '../runs/find-run.ts';
import { toJsonText } from '../store/json-text.ts';
import type { ErasureDoc } from '../store/erasure-model.ts';
import { requireAddresses } from '../suppressions/read-address.ts';
import { noCounts, toErasure } from './erasure-view.ts';
import { personOf, sealPerson } from './person.ts';

/**
 * Begins to erase a person; a loop of its own does it. From the answer on, leads of theirs that were
 * received before and come late do not come in. Asked again while it runs it gives the same erasure.
 * Throws `invalid_request` for addresses that cannot be read, `not_found`, or `unavailable`.
 */
export async function startErasure(registry: Registry, input: ErasureInput): Promise<Erasure> {
  const addresses = await addressesOf(registry, input);
  const { addressIds } = personOf(registry, addresses);
  const run_id = input.run_id ?? null;
  const running = await findRunning(registry, addressIds, run_id);
  if (running !== undefined) return toErasure(running);
  const created_at = new Date();
  const id = newErasureId(created_at.getTime());
  const doc: ErasureDoc = {
    _id: id,
    status: 'running',
    phase: 'run_log',
    who: addressIds,
    run_id,
    subject: sealPerson(registry, id, addresses),
    cursor: '',
    run_ids: [],
    counts: toJsonText(noCounts),
    redis_disk: 'pending',
    mongodb_disk: 'pending',
    created_at,
    finished_at: null,
  };
  await registry.store.erasures.create(doc);
  await rememberErased(registry.redis, registry.keys, addressIds, created_at.getTime()).catch(
    (error: unknown) => {
      throw redisUnavailable(error);
    },
  );
  registry.events.erasureChanged('started', { erasure_id: id });
  registry.lookAtErasures();
  return toErasure(doc);
}

/** Those that are given, and those of the lead of the run that is named. */
async function addressesOf({ store }: Registry, input: ErasureInput): Promise<PersonAddresses> {
  const { run_id, default_country, phone, email } = input;
  const given =
    phone === undefined && email === undefined && run_id !== undefined
      ? []
      : requireAddresses({ ...(phone && { phone }), ...(email && { email }) }, default_country);
  const lead = run_id === undefined ? undefined : (await findRun(store, run_id)).lead;
  const of = (kind: 'phone' | 'email') =>
    given.find((one) => one.kind === kind)?.address ?? lead?.[kind] ?? null;
  const addresses = { phone: of('phone'), email: of('email') };
  for (const kind of ['phone', 'email'] as const) {
    const known = lead?.[kind] ?? null;
    if (known !== null && known !== addresses[kind])
      throw new TaskhookError('conflict', `The run is of somebody else: its lead has another ${kind}.`);
  }
  return addresses;
}

async function findRunning(
  { store }: Registry,
  who: readonly string[],
  runId: string | null,
): Promise<ErasureDoc | undefined> {
  const running = await store.erasures.find({ status: 'running' }).lean();
  const wanted = [...who, runId].join(' ');
  return running.find((doc) => [...doc.who, doc.run_id ?? null].join(' ') === wanted);
}
