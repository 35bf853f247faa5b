import { expect, test } from 'vitest';
import { silentLogger } from '@taskhook/telemetry';
import { Resources } from './resources.ts';

test('resources are closed in reverse, and one that fails does not keep the others from it', async () => {
  const closed: string[] = [];
  const resources = new Resources(silentLogger);
  resources.add('redis', 'redis', (name) => closed.push(name));
  resources.add('queue', 'queue', () => Promise.reject(new Error('gone')));
  resources.add('server', 'server', (name) => closed.push(name));
  expect(await resources.close(1_000)).toEqual(['queue']);
  expect(closed).toEqual(['server', 'redis']);
});

test('one that hangs is named when the time is up, and the rest is closed all the same', async () => {
  const closed: string[] = [];
  const resources = new Resources(silentLogger);
  resources.add('redis', 'redis', (name) => closed.push(name));
  resources.add('worker', 'worker', () => new Promise(() => undefined));
  const start = performance.now();
  expect(await resources.close(200)).toEqual(['worker']);
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(closed).toEqual(['redis']);
});
