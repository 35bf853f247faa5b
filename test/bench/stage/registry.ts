import { join } from 'node:path';
import type { Run, Task } from '@taskhook/contracts';
import { startMongodb } from '@taskhook/embedded';
import type { RunningService } from './service.ts';
import type { Stage } from './stage.ts';
import { benchTask } from './task.ts';

/** A task-registry with a MongoDB server of its own. */
export interface Registry {
  service: RunningService;
  mongodb: { pid: number; kind: string };
  createTask(): Promise<Task>;
  run(id: string): Promise<Run>;
}

export async function startRegistry(stage: Stage, stack: AsyncDisposableStack): Promise<Registry> {
  // An address given in the environment would be somebody's data.
  const env = { ...process.env, MONGODB_URL: '' };
  const server = await startMongodb({ dataDir: join(stage.folder, 'mongodb'), env, log: () => undefined });
  stack.defer(() => server.close());
  const { pid, kind } = server;
  if (pid === undefined) throw new Error('the bench needs a MongoDB server of its own');
  const service = await stage.start('task-registry', { MONGODB_URL: `${server.url}/bench` });
  const headers = { authorization: `Bearer ${stage.environment['TASKHOOK_ADMIN_KEY'] ?? ''}` };
  const api = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(stage.registryUrl + path, { method, headers, ...init });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    service,
    mongodb: { pid, kind },
    createTask: () => api<Task>('POST', '/v1/tasks', benchTask),
    run: (id) => api<Run>('GET', `/v1/runs/${id}`),
  };
}
