import type { RawRequest } from '@taskhook/contracts';
import { requestTexts } from '@taskhook/leads';
import { rawIntakeRequest } from '../quarantine/intake-request.ts';
import { fromJsonText, toJsonText } from '../store/json-text.ts';
import type { ErasureWork } from './erasure-work.ts';
import { isNamedIn } from './named-in.ts';

/** A request may be as large as a body may be. */
const PAGE = 20;

const nothing: RawRequest = { method: 'POST', query: '', headers: {}, body: '' };

/**
 * Overwrites the quarantined requests that name the person, whole: others whom such a request names lose
 * it, too. The entry stays, so that an event that is recorded once more does not bring it back.
 */
export async function eraseQuarantine(work: ErasureWork): Promise<void> {
  const { store } = work.registry;
  const gone = { status: 'erased', detail: 'Erased.', errors: '[]', request: toJsonText(nothing) } as const;
  for (;;) {
    const entries = await store.quarantine
      .find({ _id: { $gt: work.doc.cursor } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    work.counts.quarantine_looked_at += entries.length;
    for (const { _id, request, errors, detail, status } of entries) {
      if (status === 'erased' || !(isNamed(work, request) || isNamedIn(work.person, [errors, detail])))
        continue;
      await store.writeQuarantine(() => store.quarantine.updateOne({ _id }, { $set: gone }));
      work.counts.quarantine_overwritten += 1;
    }
    if (await isLast(work, entries)) return;
  }
}

/** Removes the samples that name the person. */
export async function eraseSamples(work: ErasureWork): Promise<void> {
  const { store } = work.registry;
  for (;;) {
    const samples = await store.samples
      .find({ _id: { $gt: work.doc.cursor } })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean();
    work.counts.samples_looked_at += samples.length;
    const named = samples.filter(({ request }) => isNamed(work, request));
    for (const { _id } of named) await store.writeSample(() => store.samples.deleteOne({ _id }));
    work.counts.samples_removed += named.length;
    if (await isLast(work, samples)) return;
  }
}

async function isLast({ save }: ErasureWork, page: readonly { _id: string }[]): Promise<boolean> {
  const last = page.at(-1);
  if (last !== undefined) await save({ cursor: last._id });
  return page.length < PAGE;
}

function isNamed({ person }: ErasureWork, request: string): boolean {
  return requestTexts(rawIntakeRequest(fromJsonText(request) as RawRequest)).some(person.isNamedIn);
}
