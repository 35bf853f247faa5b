import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusOf } from '../../services/ingress/test/corpus-file.ts';
import { checkFile } from './check-file.ts';
import { startServers, type Servers } from './servers.ts';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

test.each(corpusOf())('$name comes through ingress and task-registry as expected', async (file) => {
  expect((await checkFile(servers, file)).problems).toEqual([]);
});
