import { join } from 'node:path';
import { startSubject, type Subject } from '../stage/subject.ts';
import type { LoadPlan, LoadResult } from './plan.ts';

/** A load generator in a process of its own. It carries out one plan at a time. */
export interface Generator {
  pid: number;
  /** Throws where a lead was not answered with 200. */
  send(plan: LoadPlan): Promise<LoadResult>;
  close(): Promise<void>;
}

type Reply = { result: LoadResult } | { error: string };

export async function startGenerator(): Promise<Generator> {
  const subject = await startSubject(join(import.meta.dirname, 'main.ts'));
  return {
    pid: subject.pid,
    send: async (plan) => allAccepted(await carryOut(subject, plan)),
    close: () => subject.close(),
  };
}

async function carryOut(subject: Subject, plan: LoadPlan): Promise<LoadResult> {
  const reply = await subject.ask<Reply>(plan);
  if ('error' in reply) throw new Error(`the load generator failed: ${reply.error}`);
  return reply.result;
}

function allAccepted(result: LoadResult): LoadResult {
  if (result.accepted === result.sent) return result;
  throw new Error(
    `of ${result.sent} leads ${result.accepted} were accepted, others answered with ${JSON.stringify(result.refused)}`,
  );
}
