import { callApi, unexpected, type Api } from './call-api.ts';

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

interface DemoTask {
  name: string;
  webhook: { url: string };
}

/** The webhook of the demo task, which is made at the first start and found again at the next ones. */
export async function demoWebhook(api: Api): Promise<string> {
  const task = (await findDemo(api)) ?? (await callApi(api, '/v1/tasks', JSON.stringify(demo)));
  if (isTask(task)) return task.webhook.url;
  throw unexpected('gives the demo task no webhook.');
}

async function findDemo(api: Api): Promise<DemoTask | undefined> {
  let cursor = '';
  do {
    const page = await callApi(
      api,
      `/v1/tasks?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (!isPage(page)) throw unexpected('gives no list of tasks.');
    const found = page.items.filter(isTask).find(({ name }) => name === demo.name);
    if (found !== undefined) return found;
    cursor = page.next_cursor ?? '';
  } while (cursor !== '');
  return undefined;
}

function isTask(value: unknown): value is DemoTask {
  const task = value as Partial<DemoTask> | null;
  return typeof task?.name === 'string' && typeof task.webhook?.url === 'string';
}

function isPage(value: unknown): value is { items: unknown[]; next_cursor: string | null } {
  return Array.isArray((value as { items?: unknown } | null)?.items);
}
