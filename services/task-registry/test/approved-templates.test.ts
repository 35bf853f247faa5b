import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '@taskhook/contracts';
import { providerServer } from '@taskhook/testing/look-alikes';
import type { TaskPreview } from '../src/tasks/preview-task.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness({ environment: { TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8' } });
});
afterAll(() => registry.close());

const graphTemplate = (name: string, status: string, body: string) => ({
  name,
  language: 'it',
  status,
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Ciao' },
    { type: 'BODY', text: body },
  ],
});

/** The Graph API of an account with some templates, as strict about path and token as the real one. */
const graph = () =>
  providerServer(({ method, path, headers }) => {
    if (headers['authorization'] !== 'Bearer wa-canary') return { status: 401 };
    const url = new URL(path, 'http://graph');
    if (method !== 'GET' || url.pathname !== '/v25.0/102290129340398/message_templates') {
      return { status: 404 };
    }
    const name = url.searchParams.get('name') ?? '';
    const all = [
      graphTemplate('benvenuto_bis', 'APPROVED', 'Ciao'),
      graphTemplate('benvenuto', 'APPROVED', 'Ciao {{1}}, a {{2}} si parte: {{1}}!'),
      graphTemplate('nuovo', 'PENDING', 'Ciao {{1}}'),
    ];
    return { status: 200, body: { data: all.filter((one) => one.name.includes(name)) } };
  });

async function lintsOf(url: string, template: object, more: object = {}) {
  const connection = await registry.call<Connection>('POST', '/v1/connections', {
    name: 'WhatsApp',
    provider: 'whatsapp',
    phone_number_id: '106540352242922',
    access_token: 'wa-canary',
    business_account_id: '102290129340398',
    base_url: url,
    ...more,
  });
  const step = { id: 'wa', channel: 'whatsapp', connection: connection.body.id, message: { template } };
  const { status, body } = await registry.call<TaskPreview>('POST', '/v1/tasks/preview', {
    task: { name: 'Corso', steps: [step] },
  });
  expect(status).toBe(200);
  return body.lints.filter(({ code }) => code === 'template_mismatch').map(({ message }) => message);
}

test.each([
  [{ name: 'benvenuto', language: 'it', parameters: ['{{first_name}}', 'Roma'] }, []],
  [
    { name: 'benvenuto', language: 'it', parameters: ['{{first_name}}'] },
    ['gives 1 parameters, and the approved template has 2'],
  ],
  [
    { name: 'benvenuto', language: 'en_US', parameters: ['a', 'b'] },
    ['is not among the templates of the account in the language en_US'],
  ],
  [
    { name: 'nuovo', language: 'it', parameters: ['a'] },
    ['is PENDING at Meta: only approved ones can be sent'],
  ],
])('a preview compares the template %j with what Meta has approved', async (template, messages) => {
  expect(await lintsOf((await graph()).url, template)).toEqual(messages);
});

test('a preview says nothing of templates where Meta cannot be asked', async () => {
  const template = { name: 'nessuno', language: 'it', parameters: [] };
  const { url, requests } = await graph();
  expect(await lintsOf(url, template, { access_token: 'wrong' })).toEqual([]);
  expect(await lintsOf('http://127.0.0.1:1', template)).toEqual([]);
  expect(await lintsOf(url, template, { business_account_id: undefined })).toEqual([]);
  expect(requests).toHaveLength(1);
});
