/**
 * The names under which answers are kept: a list begins with the word of its resource, so that
 * `invalidateQueries({ queryKey: queryKeys.tasks.all })` reaches everything that shows tasks.
 */
export const queryKeys = {
  session: ['session'],
  tasks: {
    all: ['tasks'],
    list: (filter: object) => ['tasks', 'list', filter],
    stats: ['tasks', 'stats'],
    one: (id: string) => ['tasks', 'one', id],
    names: ['tasks', 'names'],
    name: (id: string) => ['tasks', 'name', id],
    revisions: (id: string) => ['tasks', 'revisions', id],
    samples: (id: string) => ['tasks', 'samples', id],
    lastLeads: (id: string) => ['tasks', 'last-leads', id],
    preview: (task: unknown, sample: unknown) => ['tasks', 'preview', task, sample],
  },
  connections: {
    all: ['connections'],
    list: ['connections', 'list'],
    choices: ['connections', 'choices'],
    one: (id: string) => ['connections', 'one', id],
    users: (id: string) => ['connections', 'users', id],
  },
  notices: ['notices'],
  operations: {
    series: (range: string) => ['operations', 'series', range],
    ledger: ['operations', 'ledger'],
  },
  suppressions: {
    all: ['suppressions'],
    list: ['suppressions', 'list'],
    lookup: (address: object) => ['suppressions', 'lookup', address],
  },
  erasure: (id: string) => ['erasure', id],
  runs: {
    all: ['runs'],
    list: (filter: object) => ['runs', 'list', filter],
    replays: ['runs', 'replays'],
    replayCount: (filter: object, respectDedupe: boolean) => ['runs', 'replay-count', filter, respectDedupe],
    one: (id: string) => ['runs', 'one', id],
  },
  quarantine: {
    all: ['quarantine'],
    list: (filter: object) => ['quarantine', 'list', filter],
    one: (id: string) => ['quarantine', 'one', id],
    reading: (id: string, revision: number) => ['quarantine', 'reading', id, revision],
  },
} as const;
