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

const NO_ID = '0'.repeat(26);

/** Addresses of what is not there. */
export const missingPages = {
  'missing-task': `/tasks/task_${NO_ID}`,
  'missing-run': `/runs/run_${NO_ID}`,
  'missing-entry': `/quarantine/quar_${NO_ID}`,
  'missing-erasure': `/erasures/era_${NO_ID}`,
  'missing-connection': `/connections/conn_${NO_ID}`,
} as const;

/** Addresses with the data of a demo, and those that show nothing, by the name of their picture. */
export function demoPages({ taskId, runId, entryId, connectionId }: DemoIds): Record<string, string> {
  return {
    ...Object.fromEntries(pages.map((path) => [path.slice(1).replaceAll('/', '-'), path])),
    ...Object.fromEntries(taskPages.map((tab) => [`task-${tab}`, `/tasks/${taskId}/${tab}`])),
    run: `/runs/${runId}`,
    'quarantine-entry': `/quarantine/${entryId}`,
    connection: `/connections/${connectionId}`,
    missing: '/tasks/no/such/page',
    'missing-run': missingPages['missing-run'],
  };
}

type DemoIds = Record<'taskId' | 'runId' | 'entryId' | 'connectionId', string>;
