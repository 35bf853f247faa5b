import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../../../api/cursor-pages.ts';
import type { RunSummary } from '../../../api/types.ts';

export type RunPages = InfiniteData<Page<RunSummary>>;

export function idsOf(pages: RunPages): ReadonlySet<string> {
  return new Set(pages.pages.flatMap(({ items }) => items.map(({ id }) => id)));
}

/** The pages with those runs that they have, as they are now. Order and length stay. */
export function withChanged(pages: RunPages, changed: ReadonlyMap<string, RunSummary>): RunPages {
  return {
    ...pages,
    pages: pages.pages.map((page) =>
      page.items.some(({ id }) => changed.has(id))
        ? { ...page, items: page.items.map((run) => changed.get(run.id) ?? run) }
        : page,
    ),
  };
}

/** The pages with runs that they do not have, each where its id belongs: ids grow with time. */
export function withNew(pages: RunPages, runs: readonly RunSummary[]): RunPages {
  let rest = runs.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const last = pages.pages.length - 1;
  return {
    ...pages,
    pages: pages.pages.map((page, i) => {
      const end = page.items.at(-1)?.id ?? '';
      const mine = i === last ? rest : rest.filter(({ id }) => id > end);
      if (mine.length === 0) return page;
      rest = rest.filter((run) => !mine.includes(run));
      return { ...page, items: [...mine, ...page.items].toSorted((a, b) => (a.id < b.id ? 1 : -1)) };
    }),
  };
}

/** Whether a run that is not in the pages belongs among them; an older one comes with the page that has it. */
export function isWithin(pages: RunPages, id: string): boolean {
  const last = pages.pages.at(-1);
  return last === undefined || last.next_cursor === null || id > (last.items.at(-1)?.id ?? '');
}
