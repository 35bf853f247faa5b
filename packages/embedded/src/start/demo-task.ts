import { TaskhookError } from '@taskhook/errors';

const timeout = 10_000;

/** Reads well whichever of the extra fields a lead brings. */
const text = [
  'Ciao {{full_name}}, ',
  '{% if extra_fields.citta %}a {{extra_fields.citta}}{% else %}da te{% endif %} parte ',
  '{% if extra_fields.interesse %}{{extra_fields.interesse}}{% else %}il nuovo corso{% endif %}.',
  '{% if extra_fields.eta %} ({{extra_fields.eta}} anni){% endif %}',
].join('');

const demo = {
  name: 'Demo',
  lead: { required: ['full_name', 'phone', 'email'], default_country: 'IT' },
  steps: [{ id: 'welcome', channel: 'preview', message: { text } }],
};

interface Api {
  url: string;
  adminKey: string;
}

interface DemoTask {
  name: string;
  webhook: { url: string };
}

/** The webhook of the demo task, which is made at the first start and found again at the next ones. */
export async function demoWebhook(api: Api): Promise<string> {
  const task = (await findDemo(api)) ?? (await call(api, '/v1/tasks', JSON.stringify(demo)));
  if (isTask(task)) return task.webhook.url;
  throw unexpected('gives no webhook');
}

async function findDemo(api: Api): Promise<DemoTask | undefined> {
  let cursor = '';
  do {
    const page = await call(api, `/v1/tasks?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    if (!isPage(page)) throw unexpected('gives no list of tasks');
    const found = page.items.filter(isTask).find(({ name }) => name === demo.name);
    if (found !== undefined) return found;
    cursor = page.next_cursor ?? '';
  } while (cursor !== '');
  return undefined;
}

async function call({ url, adminKey }: Api, path: string, body?: string): Promise<unknown> {
  const answer = await fetch(url + path, {
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeout),
    ...(body !== undefined && { method: 'POST', body }),
  });
  if (answer.ok) return answer.json();
  const problem = (await answer.text()).slice(0, 500);
  throw unexpected(`answers ${path} with ${answer.status}: ${problem}`);
}

function unexpected(what: string): TaskhookError {
  return new TaskhookError('start_failed', `The demo task cannot be made: task-registry ${what}`);
}

function isTask(value: unknown): value is DemoTask {
  const task = value as Partial<DemoTask> | null;
  return typeof task?.name === 'string' && typeof task.webhook?.url === 'string';
}

function isPage(value: unknown): value is { items: unknown[]; next_cursor: string | null } {
  return Array.isArray((value as { items?: unknown } | null)?.items);
}
