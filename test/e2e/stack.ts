import { inject } from 'vitest';
import type { Run, Task, TaskInput, WebhookAnswer } from '@taskhook/contracts';
import {
  freePorts,
  spawnService,
  testEnvironment,
  testSettings,
  until,
  untilReady,
  type ServiceName,
  type ServiceProcess,
  type TestSettings,
} from '@taskhook/testing';

/** A JSON answer of the API or of a webhook. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** The three services as processes of their own, on ports of their own. */
export interface Stack {
  settings: TestSettings;
  services: Map<ServiceName, ServiceProcess>;
  ingressUrl: string;
  registryUrl: string;
  start(...names: ServiceName[]): Promise<void>;
  /** Ends a service with a signal and waits for its end. */
  stop(name: ServiceName, signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  api<T = unknown>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
  createTask(input: TaskInput): Promise<Task>;
  /** Sends a lead to a task's address, as its sender would. */
  send(task: Task, body: unknown, headers?: Record<string, string>): Promise<Answer<WebhookAnswer>>;
  /** Waits until the API shows the run in this state. */
  runIn(id: string, ...statuses: Run['status'][]): Promise<Run>;
  close(): Promise<void>;
}

const adminPortVariable = {
  ingress: 'INGRESS_ADMIN_PORT',
  'task-runner': 'RUNNER_ADMIN_PORT',
  'task-registry': 'REGISTRY_ADMIN_PORT',
} as const;
const allServices = ['task-registry', 'ingress', 'task-runner'] as const;

export async function startStack(overrides: Record<string, string> = {}): Promise<Stack> {
  const settings = testSettings();
  const [ingress = 0, registry = 0, ...admin] = await freePorts(5);
  const environment: Record<string, string> = {
    ...testEnvironment(settings),
    INGRESS_PORT: String(ingress),
    REGISTRY_PORT: String(registry),
    INGRESS_ADMIN_PORT: String(admin[0]),
    RUNNER_ADMIN_PORT: String(admin[1]),
    REGISTRY_ADMIN_PORT: String(admin[2]),
    PUBLIC_URL: `http://127.0.0.1:${ingress}`,
    RUNNER_LOCK_DURATION: '2s',
    REDIS_URL: inject('redisUrl'),
    ...overrides,
  };
  const services = new Map<ServiceName, ServiceProcess>();
  const registryUrl = `http://127.0.0.1:${registry}`;
  const startOne = async (name: ServiceName): Promise<void> => {
    const service = spawnService(name, environment);
    services.set(name, service);
    await untilReady(`http://127.0.0.1:${environment[adminPortVariable[name]] ?? ''}/readyz`, service);
  };
  const stopOne = async (name: ServiceName, signal: NodeJS.Signals = 'SIGTERM') => {
    const service = services.get(name);
    if (service === undefined) return 0;
    services.delete(name);
    service.kill(signal);
    return service.exited;
  };
  const api = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const headers = { authorization: `Bearer ${settings.adminKey}` };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return toAnswer<T>(await fetch(registryUrl + path, { method, headers, ...init }));
  };
  const stack: Stack = {
    settings,
    services,
    ingressUrl: `http://127.0.0.1:${ingress}`,
    registryUrl,
    start: async (...names) => {
      for (const name of names) await startOne(name);
    },
    stop: stopOne,
    api,
    // A database on a busy machine may not answer at once.
    createTask: (input) =>
      until(`the task ${input.name}`, async () => {
        const { status, body } = await api<Task>('POST', '/v1/tasks', input);
        if (status !== 201 && status !== 503) {
          throw new Error(`task was not created: ${status} ${JSON.stringify(body)}`);
        }
        return status === 201 && body;
      }),
    send: async (task, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const init = {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', ...headers },
      };
      return toAnswer<WebhookAnswer>(await fetch(task.webhook.url, init));
    },
    runIn: (id, ...statuses) =>
      until(`run ${id} to be ${statuses.join(' or ')}`, async () => {
        const { body } = await api<Run>('GET', `/v1/runs/${id}`);
        return statuses.includes(body.status) && body;
      }),
    close: async () => {
      await Promise.all([...services.keys()].map((name) => stopOne(name, 'SIGKILL')));
    },
  };
  await stack.start(...allServices).catch(async (error: unknown) => {
    await stack.close();
    throw error;
  });
  return stack;
}

async function toAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, body: body as T, headers: response.headers };
}
