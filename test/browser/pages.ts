/** Every page of the console that stands without data of its own, by its address. */
export const pages = [
  '/tasks',
  '/tasks/new',
  '/runs',
  '/quarantine',
  '/operations',
  '/connections',
  '/connections/new',
  '/suppressions',
  '/erasures',
] as const;

/** The tabs of a task, below its address. */
export const taskPages = ['connect', 'map', 'message', 'test', 'history'] as const;

/** Addresses with the data of a demo, and those that show nothing, by the name of their picture. */
export function demoPages({ taskId, runId, entryId, connectionId }: DemoIds): Record<string, string> {
  return {
    ...Object.fromEntries(pages.map((path) => [path.slice(1).replaceAll('/', '-'), path])),
    ...Object.fromEntries(taskPages.map((tab) => [`task-${tab}`, `/tasks/${taskId}/${tab}`])),
    run: `/runs/${runId}`,
    'quarantine-entry': `/quarantine/${entryId}`,
    connection: `/connections/${connectionId}`,
    missing: '/tasks/no/such/page',
  };
}

type DemoIds = Record<'taskId' | 'runId' | 'entryId' | 'connectionId', string>;
