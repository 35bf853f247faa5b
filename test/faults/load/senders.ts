import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { post, type Heard } from './post.ts';

/** A lead, and what its sender heard at each try. */
export interface SentLead {
  n: number;
  /** Milliseconds since 1970, of the first try. */
  at: number;
  heard: Heard[];
}

export interface Senders {
  /** Sends no new leads, lets the senders end their tries, and gives all leads. */
  stop(): Promise<SentLead[]>;
}

export interface LoadOptions {
  /** The address of the webhook at each ingress; a sender begins with another one each time. */
  urls: readonly string[];
  /** New leads per second. */
  rate: number;
}

const TICK_MS = 20;
/** The pauses of a sender that tries again with the same body, in seconds. */
const RETRY_PAUSES = [1, 2, 4, 8, 8, 8];
const AGAIN_MS = 1_500;

/**
 * Sends leads at a steady rate, each of another person. Every fifth sender tries again after an error,
 * every twentieth sends the same body a second time whatever it heard; the others never do.
 */
export function startSenders({ urls, rate }: LoadOptions): Senders {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const leads: SentLead[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - start) / 1_000) * rate);
    while (leads.length < due) {
      const n = leads.length;
      const lead: SentLead = { n, at: Date.now(), heard: [] };
      leads.push(lead);
      const turn = n % urls.length;
      under.push(sendLead(lead, agent, [...urls.slice(turn), ...urls.slice(0, turn)]));
    }
  }, TICK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(under);
      agent.destroy();
      return leads;
    },
  };
}

async function sendLead(lead: SentLead, agent: Agent, urls: readonly string[]): Promise<void> {
  const body = leadBody(lead.n);
  const once = async (): Promise<boolean> => {
    const heard = await post(agent, urls, body);
    lead.heard.push(heard);
    return heard.status === 200;
  };
  const done = await once();
  if (lead.n % 5 === 0 && !done) {
    for (const seconds of RETRY_PAUSES) {
      await sleep(seconds * 1_000);
      if (await once()) break;
    }
  }
  if (lead.n % 20 === 1) {
    await sleep(AGAIN_MS);
    await once();
  }
}

/** Another person for each number. */
export function leadBody(n: number): string {
  const phone = `+39333${1_000_000 + n}`;
  return JSON.stringify({ full_name: 'Mario Rossi', phone, email: `mario.rossi.${n}@example.com`, n });
}
