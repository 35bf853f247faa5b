import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
let base: string;
let cookie: string;
beforeAll(async () => {
  registry = await startHarness();
  base = `http://127.0.0.1:${registry.service.port}`;
  const signedIn = await fetch(`${base}/v1/session`, {
    method: 'POST',
    headers: { 'x-taskhook-console': '1' },
    body: JSON.stringify({ key: registry.settings.adminKey }),
  });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => registry.close());

it('the board is shown to who is signed in, and to nobody else', async () => {
  for (const path of ['/bull', '/bull/api/queues', '/bull/static/js/main.js'])
    expect([path, (await fetch(base + path)).status]).toEqual([path, 401]);
  const page = await fetch(`${base}/bull`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  const scripts = [...(await page.text()).matchAll(/src="(static[^"]+)"/g)].map((match) => match[1]);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const response = await fetch(`${base}/bull/${script}`, { headers: { cookie } });
    await response.arrayBuffer();
    expect(response.status).toBe(200);
  }
});

it('the board shows the jobs without their leads, and changes nothing', async () => {
  const task = await registry.createTask();
  const { body } = await registry.call<{ run_id: string }>('POST', `/v1/tasks/${task.id}/test`);
  const headers = { cookie, 'x-taskhook-console': '1' };
  const queue = encodeURIComponent('leads.preview');
  const list = await fetch(`${base}/bull/api/queues?activeQueue=${queue}&status=waiting&page=1`, { headers });
  const text = await list.text();
  expect(text).toContain(body.run_id);
  for (const personal of ['Mario', '393331234567', 'mario.rossi']) expect(text).not.toContain(personal);
  const job = `${base}/bull/api/queues/${queue}/${body.run_id}-0`;
  expect(await (await fetch(job, { headers })).text()).not.toContain('Mario');
  for (const [method, path] of [
    ['PUT', `${queue}/${body.run_id}-0/clean`],
    ['PUT', `${queue}/pause`],
    ['PUT', `${queue}/clean/waiting`],
    ['PUT', `${queue}/empty`],
  ] as const) {
    const answer = await fetch(`${base}/bull/api/queues/${path}`, { method, headers });
    expect([path, answer.status]).toEqual([path, 405]);
  }
  expect(await registry.jobOf(body.run_id)).not.toBeNull();
});
