import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './harness.ts';

const script = 'console.log("a script that is long enough");'.repeat(40);
let folder: string;
let harness: Harness;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskhook-console-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, '.vite'));
  await writeFile(
    join(folder, 'index.html'),
    '<script nonce="__CSP_NONCE__" src="/assets/app-1.js"></script>',
  );
  await writeFile(join(folder, 'color-scheme.js'), '// colours');
  await writeFile(join(folder, '.vite/manifest.json'), '{}');
  await writeFile(join(folder, 'assets/app-1.js'), script);
  await writeFile(join(folder, 'assets/app-1.js.gz'), gzipSync(script));
  harness = await startHarness({ environment: { CONSOLE_DIR: folder } });
  url = `http://127.0.0.1:${harness.service.port}`;
});
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

test.each(['/', '/tasks', '/tasks/tsk_1/map', '/runs?status=failed', '/sign-in'])(
  '%s is the page',
  async (path) => {
    const answer = await fetch(url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  },
);

test.each(['/v1/nothing', '/nothing', '/livez', '/index.html', '/.vite/manifest.json', '/assets/gone-2.js'])(
  '%s is not the page',
  async (path) => {
    const answer = await fetch(url + path);
    expect([401, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('json');
  },
);

test('every page has a nonce of its own, which its policy names, and no script may stand in it', async () => {
  const pages = await Promise.all(
    [1, 2].map(async () => {
      const answer = await fetch(url);
      const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      return { nonce, policy: answer.headers.get('content-security-policy') ?? '' };
    }),
  );
  for (const { nonce, policy } of pages) {
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  }
  expect(pages[0]?.nonce).not.toBe(pages[1]?.nonce);
});

test('files with a hash in their name are kept for a year and come compressed; others are asked for again', async () => {
  const asset = await fetch(`${url}/assets/app-1.js`);
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  expect(asset.headers.get('vary')).toBe('Accept-Encoding');
  expect(asset.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
  expect(await asset.text()).toBe(script);
  const plain = await fetch(`${url}/color-scheme.js`);
  expect(plain.headers.get('cache-control')).toBe('public,max-age=0,must-revalidate');
  expect(plain.headers.get('content-type')).toContain('javascript');
});

test('where the console is not built, its pages say how to build it, and the API works', async () => {
  const bare = await startHarness({ environment: { CONSOLE_DIR: join(folder, 'none') } });
  const answer = await fetch(`http://127.0.0.1:${bare.service.port}/tasks`);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm start');
  expect((await bare.call('GET', '/v1/tasks')).status).toBe(200);
  await bare.close();
});
