import type { Connection, Run, Task, TaskInput } from '@taskhook/contracts';

export interface Api {
  createTask(input: TaskInput): Promise<Task>;
  createConnection(input: object): Promise<Connection>;
  /** Whether a task has runs that are neither finished nor held. */
  hasUnfinished(taskId: string): Promise<boolean>;
  /** Every run of a task, newest first. */
  runs(taskId: string): Promise<Run[]>;
}

interface Page {
  items: Run[];
  next_cursor: string | null;
}

const TIMEOUT_MS = 30_000;

/** Calls fail where the API does not answer with 2xx. */
export function apiOf(url: string, adminKey: string): Api {
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${adminKey}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    createTask: (input) => call('POST', '/v1/tasks', input),
    createConnection: (input) => call('POST', '/v1/connections', input),
    hasUnfinished: async (taskId) => {
      const query = `task_id=${taskId}&status=queued,running,waiting&limit=1`;
      return (await call<Page>('GET', `/v1/runs?${query}`)).items.length > 0;
    },
    runs: async (taskId) => {
      const runs: Run[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: Page = await call('GET', `/v1/runs?task_id=${taskId}&limit=200${query}`);
        runs.push(...page.items);
        cursor = page.next_cursor;
      }
      return runs;
    },
  };
}
