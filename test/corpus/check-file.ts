import { setTimeout as sleep } from 'node:timers/promises';
import type { Auth, Provider, Run, Task } from '@taskhook/contracts';
import { authOf } from '../../services/ingress/test/corpus-auth.ts';
import { expectedLeads, messageOf, type CorpusFile } from '../../services/ingress/test/corpus-file.ts';
import { holdsValue } from '../../services/ingress/test/holds-value.ts';
import { send, type RawAnswer } from '../../services/ingress/test/send.ts';
import type { Servers } from './servers.ts';

/** What came of a file: the sender that it was taken for, and everything that is not as expected. */
export interface FileReport {
  name: string;
  kind: string;
  source: string;
  status: number;
  problems: string[];
}

const HANDSHAKE_TOKEN = 'meatyhamhock';

/** Sends a file to a task of its own and compares the answer and the runs with what it expects. */
export async function checkFile(servers: Servers, file: CorpusFile): Promise<FileReport> {
  const { auth, now } = checkOf(file);
  servers.clock.now = now;
  const task = await createTask(servers, file, auth);
  const address = new URL(task.webhook.url);
  if (file.request_url !== undefined) address.search = new URL(file.request_url).search;
  const answer = await send(address.href, messageOf(file));
  const runs = await runsOf(servers, task, answer);
  const sources = new Set(runs.map(({ source }) => source));
  return {
    name: file.name,
    kind: file.kind,
    source: [...sources].join(',') || '-',
    status: answer.status,
    problems: [...answerProblems(file, answer), ...leadProblems(file, runs)],
  };
}

/** The address is in HubSpot's signature, so it can be checked only at the address that was signed. */
function checkOf({ name, kind, method, request_url }: CorpusFile): { auth: Auth; now: number } {
  if (kind === 'handshake' && method === 'GET') {
    const preset = request_url?.includes('hub.challenge') === true ? 'meta' : 'linkedin';
    const secrets = ['linkedin-client-secret-sample'];
    const token = preset === 'meta' ? { verify_token: HANDSHAKE_TOKEN } : {};
    return { auth: { type: 'hmac', preset, secrets, ...token }, now: Date.now() };
  }
  const known = authOf(name);
  return 'preset' in known.auth && known.auth.preset === 'hubspot-v3'
    ? { ...known, auth: { type: 'none' } }
    : known;
}

async function createTask(servers: Servers, file: CorpusFile, auth: Auth): Promise<Task> {
  const connection = file.kind === 'lead' ? {} : await connectionFor(servers, file);
  return servers.api<Task>('POST', '/v1/tasks', {
    name: file.name,
    auth,
    lead: { default_country: file.default_country ?? 'IT', required: [] },
    partial_leads: 'run',
    form: { redirect_hosts: ['www.example.com'], accept_get: true },
    ...connection,
  });
}

const providers: [pattern: RegExp, provider: Provider][] = [
  [/meta|facebook/i, 'meta'],
  [/linkedin/i, 'linkedin'],
  [/hubspot/i, 'hubspot'],
  [/zoho/i, 'zoho'],
];

async function connectionFor(
  { api }: Servers,
  { name }: CorpusFile,
): Promise<{ source_connection?: string }> {
  const provider = providers.find(([pattern]) => pattern.test(name))?.[1];
  if (provider === undefined) return {};
  const input = { name, provider, access_token: 'corpus-token' };
  return { source_connection: (await api<{ id: string }>('POST', '/v1/connections', input)).id };
}

/** The runs that the answer names, as the API tells of them a moment later. */
async function runsOf({ api }: Servers, { id }: Task, { text }: RawAnswer): Promise<Run[]> {
  const named = new Set(text.match(/run_[0-9a-z]{26}/g));
  for (let tries = 0; ; tries += 1) {
    const { items } = await api<{ items: Run[] }>('GET', `/v1/runs?task_id=${id}`);
    if (items.length >= Math.max(named.size, 1) || tries === (named.size > 0 ? 100 : 10)) {
      return items.toReversed();
    }
    await sleep(50);
  }
}

function answerProblems(file: CorpusFile, { status, text, headers }: RawAnswer): string[] {
  const expected = file.expected_response;
  const problems: string[] = [];
  if (file.kind === 'malformed') return status === 400 ? [] : [`answered ${status}, expected 400`];
  const fine = status === 200 || status === 303 || status === 204;
  if (!fine) problems.push(`answered ${status}: ${text.slice(0, 200)}`);
  if (file.kind !== 'handshake' && expected?.content_type !== 'text/xml') return problems;
  const body = expected?.body ?? (expected?.body_json && JSON.stringify(expected.body_json));
  if (body !== undefined && text !== body) problems.push(`answered ${text.slice(0, 200)}, expected ${body}`);
  const type = String(headers['content-type']).split(';')[0];
  if (body !== undefined && expected?.content_type !== undefined && type !== expected.content_type) {
    problems.push(`answered as ${type}, expected ${expected.content_type}`);
  }
  return problems;
}

function leadProblems(file: CorpusFile, runs: Run[]): string[] {
  const expected = expectedLeads(file);
  const leads = runs.filter(({ lead }) => lead !== null);
  if (leads.length !== expected.length)
    return [`${leads.length} leads came out, expected ${expected.length}`];
  return expected.flatMap((wanted, index) => {
    const run = leads[index];
    const wrong = (['full_name', 'phone', 'email'] as const)
      .filter((field) => run?.lead?.[field] !== wanted[field])
      .map(
        (field) =>
          `${field} is ${JSON.stringify(run?.lead?.[field])}, expected ${JSON.stringify(wanted[field])}`,
      );
    const lost = Object.entries(wanted.extra_fields)
      .filter(([, value]) => !holdsValue(run?.lead?.extra_fields, value))
      .map(([key, value]) => `${key} = ${JSON.stringify(value)} is missing`);
    const marked = run?.test === (file.is_test ?? false) ? [] : [`test is ${String(run?.test)}`];
    return [...wrong, ...lost, ...marked];
  });
}
