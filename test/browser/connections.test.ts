import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Connection } from '@taskhook/contracts';
import { startReceiver, type Receiver } from '@taskhook/testing';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let provider: Receiver;
beforeAll(async () => {
  provider = await startReceiver();
  stack = await startConsole({ TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8' });
});
afterAll(async () => {
  await stack.close();
  await provider.close();
});

const kept = async (): Promise<Connection[]> =>
  (await stack.api<{ items: Connection[] }>('GET', '/v1/connections')).body.items;

browserTest('a connection is made, tested, given another secret, and deleted', async () => {
  const page = await stack.openSignedIn('/connections');
  await page.getByRole('heading', { name: 'No connection yet' }).waitFor();
  await page.getByRole('link', { name: 'New connection' }).first().click();
  await page.getByRole('radio', { name: 'WhatsApp Business' }).click();
  await page.getByRole('button', { name: 'Create the connection' }).click();
  await page.getByText('This is needed.').first().waitFor();
  await page.getByRole('textbox', { name: 'Phone number ID' }).fill('106540352242922');
  await page.getByLabel('Access token', { exact: false }).first().fill('token-one');
  await page.getByRole('button', { name: 'More settings' }).click();
  await page.getByRole('textbox', { name: 'Address of the API' }).fill(provider.url);
  await stack.shoot(page, 'connection-new');
  await page.getByRole('button', { name: 'Create the connection' }).click();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await page.getByText('It works', { exact: true }).waitFor();
  expect(provider.requests.at(-1)?.headers['authorization']).toBe('Bearer token-one');
  expect(await page.content()).not.toContain('token-one');
  await page.getByLabel('Access token', { exact: false }).first().fill('token-two');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It counts').waitFor();
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect.poll(() => provider.requests.at(-1)?.headers['authorization']).toBe('Bearer token-two');
  await stack.shoot(page, 'connection');
  await page.getByRole('button', { name: 'Delete the connection' }).click();
  await page.getByRole('heading', { name: 'No connection yet' }).waitFor();
  expect(await kept()).toHaveLength(1);
  await page
    .getByRole('alert')
    .filter({ hasText: 'is deleted' })
    .getByRole('button', { name: 'Close' })
    .click();
  await expect.poll(async () => (await kept()).length).toBe(0);
  expect(stack.faults).toEqual([]);
});

browserTest('a connection that a task uses names the task, and cannot be deleted', async () => {
  const { body } = await stack.api<Connection>('POST', '/v1/connections', {
    name: 'Our page',
    provider: 'hubspot',
    access_token: 'pat-one',
  });
  await stack.createTask({ name: 'Summer course', source_connection: body.id });
  const page = await stack.openSignedIn(`/connections/${body.id}`);
  await page.getByRole('link', { name: 'Summer course' }).waitFor();
  expect(await page.getByRole('button', { name: 'Delete the connection' }).count()).toBe(0);
});
