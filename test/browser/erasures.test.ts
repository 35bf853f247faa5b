import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Run, Task } from '@taskhook/contracts';
import { giulia, person } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let task: Task;
beforeAll(async () => {
  stack = await startConsole();
  task = await stack.createTask({ name: 'Iscrizioni', source: 'generic' });
});
afterAll(() => stack.close());

async function runOf(lead: object): Promise<string> {
  const { body } = await stack.send(task, lead);
  const id = body.leads[0]?.run_id ?? '';
  await stack.runIn(id, 'succeeded');
  return id;
}

const leadNow = async (id: string) => (await stack.api<Run>('GET', `/v1/runs/${id}`)).body.lead;

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

browserTest('the person of a run is erased after a word was typed, and a report tells of it', async () => {
  const id = await runOf(giulia);
  const other = await runOf(person(1));
  const page = await stack.openSignedIn(`/runs/${id}`);
  await page.getByRole('link', { name: 'Erase this person…' }).click();
  await page.getByRole('heading', { level: 1, name: 'Erase a person' }).waitFor();
  expect(await page.getByLabel('Phone').inputValue()).toBe('+393477654321');
  await page.getByText('This cannot be undone').waitFor();
  await expectNoViolations(page);
  await stack.shoot(page, 'erase-en-light-1280');
  const word = page.getByLabel('Type “erase” to confirm');
  await word.fill('yes');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the word.').waitFor();
  expect(await leadNow(id)).not.toBeNull();
  await word.fill('erase');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Report of an erasure' }).waitFor();
  await page.getByText('Everything is erased.').waitFor({ timeout: 60_000 });
  await page.getByRole('row', { name: /Runs overwritten 1 of/ }).waitFor();
  await expectNoViolations(page);
  await stack.shoot(page, 'erasure-report-en-light-1280');
  expect(await leadNow(id)).toBeNull();
  expect(await leadNow(other)).toMatchObject({ email: person(1).email });
  await page.reload();
  await page.getByText('Everything is erased.').waitFor();
  await page.goto(`/runs/${id}`);
  await page.getByRole('heading', { level: 1, name: 'Lead without a name' }).waitFor();
  await page.goto(`/erasures?run=${id}`);
  await page.getByRole('heading', { name: 'This run holds nobody' }).waitFor();
  expect(stack.faults).toEqual([]);
});

browserTest('somebody is erased by e-mail alone, on a narrow page in Italian', async () => {
  const id = await runOf(person(2));
  const page = await stack.openSignedIn('/suppressions', { language: 'it', width: 375, colors: 'dark' });
  await page.getByRole('link', { name: 'Cancella una persona…' }).click();
  const submit = page.getByRole('button', { name: 'Cancella per sempre' });
  await submit.click();
  await page.getByText('Scrivi un numero di telefono o un indirizzo e-mail.').waitFor();
  await page.getByLabel('E-mail').fill(person(2).email);
  await page.getByLabel('Scrivi «cancella» per confermare').fill('Cancella');
  await expectNoViolations(page);
  await stack.shoot(page, 'erase-it-dark-375');
  await submit.click();
  await page.getByText('Tutto è stato cancellato.').waitFor({ timeout: 60_000 });
  expect(await leadNow(id)).toBeNull();
  await stack.shoot(page, 'erasure-report-it-dark-375');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  expect(stack.faults).toEqual([]);
});
