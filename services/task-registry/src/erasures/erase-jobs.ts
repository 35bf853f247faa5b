import { channels, type StepJob } from '@taskhook/contracts';
import type { ErasureWork } from './erasure-work.ts';

/**
 * Removes the jobs of the person whose runs MongoDB does not have, such as failed ones that are older
 * than what is kept there. Those of its runs are gone by now.
 */
export async function eraseJobs({ registry, person, counts, save }: ErasureWork): Promise<void> {
  const isOfPerson = (data: string): boolean => {
    const { lead } = JSON.parse(data) as Partial<StepJob>;
    if (lead === undefined) return false;
    return isSame(lead.phone, person.phone) || isSame(lead.email, person.email);
  };
  for (const channel of channels) {
    const { lookedAt, removed } = await registry.queues.removeWhere(channel, isOfPerson);
    counts.jobs_looked_at += lookedAt;
    counts.jobs_removed += removed;
    await save();
  }
}

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;
