import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { TaskDefinition, type Step, type Task, type TaskInput } from '@taskhook/contracts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let connections: Record<'mail' | 'sms' | 'whatsapp', string>;
beforeAll(async () => {
  stack = await startConsole();
  connections = {
    mail: await connect({
      provider: 'smtp',
      host: '127.0.0.1',
      port: 1,
      security: 'none',
      from: 'a@example.com',
    }),
    sms: await connect({
      provider: 'twilio',
      account_sid: `AC${'0'.repeat(32)}`,
      auth_token: 'secret-of-a-test',
      from: '+390612345678',
    }),
    whatsapp: await connect({
      provider: 'whatsapp',
      phone_number_id: '106540352242922',
      access_token: 'secret-of-a-test',
    }),
  };
});
afterAll(() => stack.close());

async function connect(input: object): Promise<string> {
  return (await stack.api<{ id: string }>('POST', '/v1/connections', { name: 'C', ...input })).body.id;
}

const taskNow = async (id: string) => (await stack.api<Task>('GET', `/v1/tasks/${id}`)).body;

const everyTiming: Omit<Step, 'id' | 'channel' | 'message' | 'request' | 'connection'> = {
  wait: '10m',
  when: 'extra_fields.eta > 17',
  at: {
    time: '18:30',
    day: 'tomorrow',
    zone: { from: 'field', field: 'extra_fields.zona', fallback: 'Europe/Rome' },
  },
  window: { days: ['mon', 'fri'], from: '09:00', to: '24:00', zone: 'Europe/Rome', spread: '30m' },
  expires: '2027-12-24T18:00:00+01:00',
  retry: { max_attempts: 5, delays: ['1500ms', '2m'], max_age: '2h' },
  on_failure: 'continue',
};

/** Whatever a step may have, of each channel. */
const everyStep = (): Step[] => [
  { id: 'welcome', channel: 'preview', message: { text: 'Ciao' }, ...everyTiming },
  {
    id: 'crm',
    channel: 'http',
    request: {
      method: 'GET',
      url: 'https://crm.example/leads',
      headers: { 'x-origin': '{{task.name}}' },
      body: { name: '{{full_name}}', tags: [1, true, null] },
    },
    reaches_person: true,
    window: null,
    retry: { max_attempts: 3, backoff: 'exponential', delay: '5s', max_delay: '10m' },
  },
  {
    id: 'mail',
    channel: 'email',
    connection: connections.mail,
    message: {
      to: '{{extra_fields.mail}}',
      subject: 'Benvenuta',
      text: 'Ciao',
      html: '<p>Ciao</p>',
      reply_to: 'scuola@example.com',
      unsubscribe_url: 'https://example.com/stop',
    },
    expires: '48h',
  },
  {
    id: 'sms',
    channel: 'sms',
    connection: connections.sms,
    message: { to: '{{extra_fields.cellulare}}', text: 'Ciao' },
  },
  {
    id: 'wa',
    channel: 'whatsapp',
    connection: connections.whatsapp,
    message: {
      to: '{{extra_fields.whatsapp}}',
      template: {
        name: 'benvenuto',
        language: 'it',
        header: { type: 'image', link: 'https://example.com/a.png' },
        parameters: ['{{first_name}}', '{{extra_fields.corso}}'],
        buttons: [{ type: 'url', index: 1, value: '{{run.id}}' }],
      },
    },
  },
];

/** Whatever a task may have. */
const everyMember = (): Omit<TaskInput, 'steps'> => ({
  name: 'Everything',
  source: 'generic',
  auth: { type: 'none' },
  lead: {
    default_country: 'IT',
    required: ['phone'],
    mapping: { full_name: '{{ nome }} {{ cognome }}', extra_fields: { eta: 'eta | plus: 0' } },
    dedupe: { by: ['phone', 'email'], window: '24h' },
    filter: 'extra_fields.eta >= 18',
    defaults: { full_name: 'Cliente', 'extra_fields.citta': 'Italia' },
  },
  on_invalid: 'quarantine',
  test_leads: 'preview',
  partial_leads: 'ignore',
  form: { redirect_hosts: ['example.com'], accept_get: true },
  window: { from: '08:00', to: '20:00', zone: { from: 'phone', fallback: 'Europe/Rome' } },
  limits: { attempts: { rate: 10, per: '1s', burst: 2 }, max_concurrency: 5 },
  intake_limit: { requests: 100, per: '1m' },
  consent: { given: 'extra_fields.privacy' },
  require_consent: true,
  stop_on_reply: false,
  strict_templates: false,
  retention_days: 30,
});

const opened = async (page: Page) => {
  const toggles = page.getByRole('button', { name: /^When it goes/ });
  await toggles.first().waitFor();
  for (const toggle of await toggles.all()) await toggle.click();
};

browserTest(
  'a task with every member keeps all of them when one text is changed in the console',
  async () => {
    const before = await stack.createTask({ ...everyMember(), steps: everyStep() });
    expect(Object.keys(TaskDefinition.properties).filter((member) => !(member in before))).toEqual([
      'source_connection',
    ]);
    const page = await stack.openSignedIn(`/tasks/${before.id}/message`);
    await page.getByRole('textbox', { name: 'Text' }).first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('!');
    await opened(page);
    await page.getByLabel('Field with the time zone').waitFor();
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByRole('combobox', { name: 'Country' }).first().click();
    await page.getByRole('option', { name: 'France' }).click();
    await page.keyboard.press('Control+S');
    await page.getByText('Saved as revision 2').waitFor();
    const after = await taskNow(before.id);
    const [first, ...others] = before.steps;
    expect(after.steps).toEqual([{ ...first, message: { text: 'Ciao!' } }, ...others]);
    expect(after.lead).toEqual({ ...before.lead, default_country: 'FR' });
    // What changed by itself, and the secret, which is shown once.
    const changed = ['steps', 'lead', 'revision', 'updated_at', 'signing_secret'];
    const rest = (task: Task) => Object.entries(task).filter(([member]) => !changed.includes(member));
    expect(rest(after)).toEqual(rest(before));
    expect(stack.faults).toEqual([]);
  },
);

browserTest('when a step goes, its pauses and its end are written without the API', async () => {
  const task = await stack.createTask({
    name: 'Timed',
    steps: [{ id: 'welcome', channel: 'preview', message: { text: 'Ciao' } }],
  });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`, { width: 375 });
  await opened(page);
  await page.getByRole('switch', { name: 'At a certain time of day' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Time', { exact: true }).fill('18:30');
  await page.getByLabel('Not before the next day').check();
  await choose(page, 'Whose clock', 'Of one time zone');
  await choose(page, 'Too late', 'Some time after the lead');
  await choose(page, 'Pauses between attempts', 'A list; its last one repeats');
  await page.getByRole('button', { name: 'Add a pause' }).click();
  await page.getByRole('textbox', { name: 'Pause 2' }).fill('30');
  await page.getByRole('textbox', { name: 'Give up after' }).fill('6');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await stack.shoot(page, 'step-timing-375');
  await page.keyboard.press('Control+S');
  await page.getByText('Saved as revision 2').waitFor();
  expect((await taskNow(task.id)).steps[0]).toMatchObject({
    at: { time: '18:30', day: 'tomorrow', zone: 'Europe/Rome' },
    expires: '2d',
    retry: { delays: ['2s', '30s'], max_age: '6m' },
  });
  expect(stack.faults).toEqual([]);
});

browserTest('a template of WhatsApp gets its header and the values of its buttons', async () => {
  const task = await stack.createTask({
    name: 'Template',
    steps: [
      {
        id: 'wa',
        channel: 'whatsapp',
        connection: connections.whatsapp,
        message: { template: { name: 'benvenuto', language: 'it' } },
      },
    ],
  });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`);
  await choose(page, 'Header', 'Document');
  const link = page.getByRole('textbox', { name: 'Address of the file' });
  await link.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('example.com/corso.pdf');
  await page.getByRole('button', { name: 'Add a value for a button' }).click();
  await page.getByRole('textbox', { name: 'Value of button 1' }).click();
  await page.keyboard.type('corsi');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await stack.shoot(page, 'whatsapp-template');
  await page.keyboard.press('Control+S');
  await page.getByText('Saved as revision 2').waitFor();
  expect((await taskNow(task.id)).steps[0]).toMatchObject({
    message: {
      template: {
        header: { type: 'document', link: 'https://example.com/corso.pdf' },
        buttons: [{ type: 'url', index: 0, value: 'corsi' }],
      },
    },
  });
  expect(stack.faults).toEqual([]);
});

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
