import { Validator } from '@seriousme/openapi-schema-validator';
import { createTemplateEngine, checkTask } from '@taskhook/templating';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectionInput, TaskInput, validator, withTaskDefaults, type Problem } from '@taskhook/contracts';
import { endpoints } from '../src/api/endpoints/index.ts';
import { connectionExamples, previewExamples, taskExamples } from '../src/api/examples.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
let base: string;
beforeAll(async () => {
  registry = await startHarness();
  base = `http://127.0.0.1:${registry.service.port}`;
});
afterAll(() => registry.close());

describe('the admin key', () => {
  it.each([
    ['none', undefined],
    ['another', 'Bearer another-key-than-this'],
    ['another scheme', 'Basic a2V5'],
    ['an empty one', 'Bearer '],
  ])('is required: %s is refused', async (_what, authorization) => {
    for (const path of ['/v1/tasks', '/v1/runs/x', '/v1/nothing-here']) {
      const response = await fetch(
        `${base}${path}`,
        authorization === undefined ? {} : { headers: { authorization } },
      );
      const body = (await response.json()) as Problem;
      expect([path, response.status, body.code]).toEqual([path, 401, 'unauthorized']);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('is asked for at every address of the API, also where a session is named that is none', async () => {
    // Those of sessions refuse in their own ways, see sessions.test.ts.
    const closed = endpoints.filter(({ path }) => !path.startsWith('/v1/session'));
    // As a page of the console would call: without this, writing calls are refused before their session is looked at.
    const headers = { cookie: `taskhook_session=${'x'.repeat(43)}`, 'x-taskhook-console': '1' };
    for (const { method, path } of closed) {
      const url = base + path.replaceAll(/:\w+/g, 'x');
      const response = await fetch(url, { method: method.toUpperCase(), headers });
      const body = (await response.json()) as Problem;
      expect([method, path, response.status, body.code]).toEqual([method, path, 401, 'unauthorized']);
    }
    expect(closed.length).toBeGreaterThan(40);
  });

  it('is asked for before a body is read', async () => {
    const response = await fetch(`${base}/v1/tasks`, { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
  });
});

describe('an address', () => {
  it('that does not exist is not found', async () => {
    const { status, body } = await registry.call<Problem>('GET', '/v1/nothing-here');
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('that lacks the method says which it has', async () => {
    const { status, body, headers } = await registry.call<Problem>('PUT', '/v1/tasks');
    expect([status, body.code, headers.get('allow')]).toEqual([405, 'method_not_allowed', 'POST, GET']);
  });

  it('answers with the request id that it was given', async () => {
    const headers = { authorization: `Bearer ${registry.settings.adminKey}`, 'x-request-id': 'abc-1' };
    const response = await fetch(`${base}/v1/tasks/none`, { headers });
    expect(response.headers.get('x-request-id')).toBe('abc-1');
    expect(((await response.json()) as Problem).request_id).toBe('abc-1');
  });
});

describe('the OpenAPI document', () => {
  async function document() {
    return (await (await fetch(`${base}/v1/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };
  }

  it('is valid OpenAPI 3.1 and needs no key', async () => {
    const openapi = await document();
    expect(openapi.openapi).toBe('3.1.0');
    const validation = new Validator();
    expect(await validation.validate(structuredClone(openapi))).toEqual({ valid: true });
    expect(() => validation.resolveRefs()).not.toThrow();
  });

  it('describes every endpoint, each with an id of its own and its problems', async () => {
    const { paths } = await document();
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      endpoints.map(({ id }) => id).toSorted(),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { responses } of operations)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '503']));
  });

  it('names its schemas and refers to them', async () => {
    const openapi = await document();
    const text = JSON.stringify(openapi);
    for (const name of [
      'Task',
      'TaskInput',
      'Run',
      'Problem',
      'QuarantineEntry',
      'Lead',
      'Step',
      'Auth',
      'Sample',
      'Connection',
    ]) {
      expect(openapi.components.schemas).toHaveProperty(name);
      expect(text).toContain(`"#/components/schemas/${name}"`);
    }
    const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    for (const ref of refs) expect(Object.keys(openapi.components.schemas)).toContain(ref);
  });

  it('has examples of connections and of samples that are taken', async () => {
    const check = validator(ConnectionInput);
    for (const example of Object.values(connectionExamples)) expect(check(example).ok).toBe(true);
    for (const example of Object.values(previewExamples)) {
      const { status, body } = await registry.call<{ code?: string }>('POST', '/v1/tasks/preview', example);
      expect([status, body.code]).toEqual(
        'sample_id' in example.sample ? [404, 'not_found'] : [200, undefined],
      );
    }
  });

  it('has examples that make tasks', () => {
    const check = validator(TaskInput);
    const engine = createTemplateEngine();
    for (const example of Object.values(taskExamples)) {
      expect(check(example).ok).toBe(true);
      expect(checkTask(engine, withTaskDefaults(example))).toEqual([]);
    }
  });
});

describe('the reference page', () => {
  it('is found without its last slash too', async () => {
    const page = await fetch(`${base}/docs`);
    expect([page.status, new URL(page.url).pathname]).toEqual([200, '/docs/']);
  });

  it('takes everything from this server, and runs nothing inline', async () => {
    const page = await fetch(`${base}/docs/`);
    const html = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(html).not.toMatch(/https?:|<script>|onload=|<style/);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(parts).toContain('swagger-ui-bundle.js');
    for (const part of parts) {
      const response = await fetch(new URL(part, `${base}/docs/`));
      await response.arrayBuffer();
      expect([part, response.status]).toEqual([part, 200]);
    }
    expect(await (await fetch(`${base}/docs/init.js`)).text()).not.toMatch(/https?:/);
  });
});

describe('the admin server', () => {
  it('is ready, alive, and tells its metrics', async () => {
    const admin = `http://127.0.0.1:${registry.service.adminPort}`;
    expect((await fetch(`${admin}/livez`)).status).toBe(200);
    const ready = await fetch(`${admin}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', checks: { mongodb: 'ok', redis: 'ok', recorder: 'ok' } },
    ]);
    await registry.call('GET', '/v1/tasks/none');
    const metrics = await registry.metrics();
    expect(metrics).toContain(
      'taskhook_http_requests_total{method="GET",route="/v1/tasks/:id",status="404"}',
    );
    expect(metrics).toMatch(/^taskhook_runlog_lag_entries \d+$/m);
    expect(metrics).toMatch(/^taskhook_runlog_events_recorded_total \d+$/m);
    expect(metrics).toMatch(/^taskhook_read_model_repairs_total \d+$/m);
  });
});
