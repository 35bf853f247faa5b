/** Every page of the console that stands without data of its own, by its address. */
export const pages = [
  '/tasks',
  '/runs',
  '/quarantine',
  '/operations',
  '/connections',
  '/suppressions',
] as const;
