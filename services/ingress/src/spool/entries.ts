import type { Admission } from '@taskhook/queue';
import type { Vault } from '@taskhook/vault';
import { startingWith, type Store } from './store.ts';

/** What waits on disk for Redis. */
export interface SpooledEntry {
  key: string;
  bytes: number;
  /** When it was written, in milliseconds since 1970. */
  at: number;
  /** Undefined where it was sealed with a key that is not known any more. */
  admission: Admission | undefined;
}

/** What the spool holds, and the number of the next entry. */
export interface Contents {
  entries: number;
  bytes: number;
  oldestAt: number | null;
  next: number;
}

const PREFIX = 'e!';
const DIGITS = 15;

/** Keys sort as they were written. */
export const entryKey = (number: number): string => PREFIX + String(number).padStart(DIGITS, '0');

/** An entry's text: its time in the clear, then what it says, sealed, since it tells of persons. */
export function sealEntry(vault: Vault, key: string, at: number, admission: Admission): string {
  return `${at} ${vault.seal(JSON.stringify(admission), contextOf(key))}`;
}

export async function readEntries(
  store: Store,
  vault: Vault,
  count: number,
  after: string = PREFIX,
): Promise<SpooledEntry[]> {
  const range = { ...startingWith(PREFIX), gte: `${after}\0`, limit: count };
  const found = await store.iterator(range).all();
  return found.map(([key, text]) => openEntry(vault, key, text));
}

/** Reads through all of it: what a process that was killed has left is known by nobody. */
export async function scanEntries(store: Store): Promise<Contents> {
  const contents: Contents = { entries: 0, bytes: 0, oldestAt: null, next: 0 };
  for await (const [key, text] of store.iterator(startingWith(PREFIX))) {
    contents.entries += 1;
    contents.bytes += bytesOf(key, text);
    contents.oldestAt ??= timeOf(text);
    contents.next = Number(key.slice(PREFIX.length)) + 1;
  }
  return contents;
}

/** When the oldest entry was written; null where there is none. */
export async function oldestOf(store: Store): Promise<number | null> {
  const [text] = await store.values({ ...startingWith(PREFIX), limit: 1 }).all();
  return text === undefined ? null : timeOf(text);
}

/** Keys and what is sealed are ASCII. */
export const bytesOf = (key: string, text: string): number => key.length + text.length;

function openEntry(vault: Vault, key: string, text: string): SpooledEntry {
  const sealed = text.slice(text.indexOf(' ') + 1);
  const facts = { key, bytes: bytesOf(key, text), at: timeOf(text) };
  try {
    return { ...facts, admission: JSON.parse(vault.open(sealed, contextOf(key))) as Admission };
  } catch {
    return { ...facts, admission: undefined };
  }
}

const timeOf = (text: string): number => Number(text.slice(0, text.indexOf(' ')));
const contextOf = (key: string): string => `spool:${key}`;
