import { infiniteQueryOptions, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

interface CursorPages<T> {
  queryKey: QueryKey;
  /** Fetches the page that begins after the cursor; the first one has none. */
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;
}

/** A list that is fetched page by page, each by the cursor of the one before it. */
export function cursorPages<T>({ queryKey, fetchPage }: CursorPages<T>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next_cursor ?? undefined,
  });
}

/** The query of such a list, with the items of all pages that are there. */
export function useCursorPages<T>(options: ReturnType<typeof cursorPages<T>>) {
  const query = useInfiniteQuery(options);
  return { query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
