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
