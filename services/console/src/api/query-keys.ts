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
    revisions: (id: string) => ['tasks', 'revisions', id],
  },
} as const;
