import { request, type Agent } from 'node:http';

/** What a sender heard. */
export interface Heard {
  /** 0 where nothing answered. */
  status: number;
  runId?: string;
  /** The code and the words of a problem that was told. */
  problem?: string;
}

const SENDER_TIMEOUT_MS = 30_000;

/** Posts a lead to the first ingress that answers at all, as a load balancer does. */
export async function post(agent: Agent, urls: readonly string[], body: string): Promise<Heard> {
  for (const url of urls) {
    const heard = await postOnce(agent, url, body);
    if (heard.status !== 0) return heard;
  }
  return { status: 0 };
}

function postOnce(agent: Agent, url: string, body: string): Promise<Heard> {
  return new Promise((resolve) => {
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
    const sent = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('error', () => resolve({ status: 0 }));
      response.on('end', () => resolve(heardOf(response.statusCode ?? 0, text)));
    });
    sent.setTimeout(SENDER_TIMEOUT_MS, () => sent.destroy());
    sent.on('error', () => resolve({ status: 0 }));
    sent.end(body);
  });
}

function heardOf(status: number, text: string): Heard {
  if (status !== 200) {
    const member = (name: string): string => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? '';
    return { status, problem: `${member('code')} ${member('detail')}` };
  }
  const runId = /"run_id":"(run_[^"]+)"/.exec(text)?.[1];
  return runId === undefined ? { status } : { status, runId };
}
