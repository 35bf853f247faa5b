import { createGroupCommit, type Admission, type Admitted } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';
import { capacity } from './capacity.ts';
import { claimKey, decide, ownersOf } from './claims.ts';
import {
  bytesOf,
  entryKey,
  oldestOf,
  readEntries,
  scanEntries,
  sealEntry,
  type Contents,
  type SpooledEntry,
} from './entries.ts';
import type { Store } from './store.ts';

/** Leads on disk, until Redis can take them. */
export interface Spool {
  /**
   * Writes what is to be admitted, with what else arrives then. Resolves when the disk has it, with what
   * became of it: a claim that another entry of the spool has makes it a duplicate. Throws `unavailable`.
   */
  add(admission: Admission): Promise<Admitted>;
  /** What `add` would find; undefined where the spool knows nothing of it. */
  find(admission: Admission): Promise<Admitted | undefined>;
  /** So many entries behind a key, in the order in which they were written. */
  read(count: number, after?: string): Promise<SpooledEntry[]>;
  /** Takes out what Redis has. */
  remove(entries: readonly SpooledEntry[]): Promise<void>;
  state(): SpoolState;
  /** Why it takes nothing now; undefined where it does. */
  problem(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface SpoolState {
  entries: number;
  bytes: number;
  /** When the oldest entry was written, in milliseconds since 1970; null where there is none. */
  oldestAt: number | null;
}

export interface SpoolOptions {
  store: Store;
  vault: Vault;
  maxBytes: number;
  /** Bytes of the disk that stay free. */
  minFreeBytes: number;
  now: () => number;
}

const GROUP_ENTRIES = 500;

/** The spool of an open store, with what is in it. */
export async function createSpool(options: SpoolOptions): Promise<Spool> {
  const { store, vault, now } = options;
  const bounds = capacity(options);
  const contents = await scanEntries(store);
  const rescan = async (): Promise<unknown> => Object.assign(contents, await scanEntries(store));
  const commit = async (group: readonly Admission[]): Promise<Admitted[]> => {
    await bounds.usable(rescan);
    const plan = await bounds.guard(planGroup(options, contents, group));
    await bounds.check(contents.bytes, plan.bytes);
    await bounds.guard(store.batch(plan.puts, { sync: true }));
    contents.entries += plan.entries;
    contents.bytes += plan.bytes;
    if (plan.entries > 0) contents.oldestAt ??= now();
    return plan.answers;
  };
  // One group at a time: what one has found out about its claims holds until it is written.
  const groups = createGroupCommit<Admission, Admitted>({ commit, maxItems: GROUP_ENTRIES, maxInFlight: 1 });
  return {
    add: (admission) => groups.add(admission),
    find: async (admission) =>
      admission.claims.length === 0 ? undefined : decide(await ownersOf(store, [admission]), admission),
    read: async (count, after) => {
      await bounds.usable(rescan);
      return bounds.guard(readEntries(store, vault, count, after));
    },
    remove: (entries) => bounds.guard(removeEntries(store, contents, entries)),
    state: () => ({ entries: contents.entries, bytes: contents.bytes, oldestAt: contents.oldestAt }),
    problem: () => bounds.problem(contents.bytes),
    close: async () => {
      await groups.idle();
      await store.close();
    },
  };
}

interface Put {
  type: 'put';
  key: string;
  value: string;
}

interface Plan {
  puts: Put[];
  answers: Admitted[];
  entries: number;
  bytes: number;
}

/** What has to be written for a group, and what its members are told once it is. */
async function planGroup(
  { store, vault, now }: SpoolOptions,
  contents: Contents,
  group: readonly Admission[],
): Promise<Plan> {
  const owners = await ownersOf(store, group);
  const plan: Plan = { puts: [], answers: [], entries: 0, bytes: 0 };
  for (const admission of group) {
    const known = decide(owners, admission);
    plan.answers.push(known ?? { status: 'admitted' });
    if (known !== undefined) continue;
    const key = entryKey(contents.next++);
    const value = sealEntry(vault, key, now(), admission);
    plan.puts.push({ type: 'put', key, value });
    plan.entries += 1;
    plan.bytes += bytesOf(key, value);
    for (const claim of admission.claims) {
      owners.set(claim.key, admission.runId);
      plan.puts.push({ type: 'put', key: claimKey(claim.key), value: admission.runId });
    }
  }
  return plan;
}

/** A key that stands for a later run of the spool by now stays. */
async function removeEntries(
  store: Store,
  contents: Contents,
  entries: readonly SpooledEntry[],
): Promise<void> {
  const admissions = entries.flatMap(({ admission }) => admission ?? []);
  const owners = await ownersOf(store, admissions);
  const claims = admissions.flatMap(({ runId, claims: all }) =>
    all.filter(({ key }) => owners.get(key) === runId).map(({ key }) => claimKey(key)),
  );
  const keys = [...entries.map(({ key }) => key), ...claims];
  await store.batch(
    keys.map((key) => ({ type: 'del' as const, key })),
    { sync: true },
  );
  contents.entries -= entries.length;
  contents.bytes -= entries.reduce((sum, { bytes }) => sum + bytes, 0);
  contents.oldestAt = await oldestOf(store);
  // Gives the space back, and takes what was said off the disk.
  if (contents.entries === 0) void store.compactRange('', '\uffff').catch(() => undefined);
}
