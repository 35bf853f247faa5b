import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RunSummary } from '../../../api/types.ts';
import { watchRuns } from '../../../api/watch-runs.ts';
import { fetchRuns, runListQuery } from '../queries.ts';
import { idsOf, isWithin, withChanged, withNew, type RunPages } from './live-pages.ts';
import { fits, type RunFilter } from './run-filter.ts';

/** Pixels from the top within which new runs may push the others down: nobody has scrolled to one. */
const AT_TOP = 40;
/** Between two reads of the newest page, in a burst of changes. */
const SYNC_EVERY_MS = 2_000;

interface Waiting {
  runs: ReadonlyMap<string, RunSummary>;
  /** The newest page, where so much was missed that it does not join what is shown. */
  head?: RunPages['pages'][number];
}

const nothing: Waiting = { runs: new Map() };

/**
 * Keeps a list of runs up to date. Runs that it shows change in place; new ones appear at once for who looks at
 * the top of it, and wait for `show` for who has scrolled.
 */
export function useLiveRuns(filter: RunFilter, data: RunPages | undefined, isFetching: boolean) {
  const queryClient = useQueryClient();
  const { queryKey } = runListQuery(filter);
  const [waiting, setWaiting] = useState(nothing);
  const known = useMemo(() => (data === undefined ? undefined : idsOf(data)), [data]);

  const hear = (runs: readonly RunSummary[]) => {
    const mine = runs.filter((run) => known?.has(run.id) === true || fits(filter, run));
    if (mine.length === 0 || data === undefined) return;
    setWaiting((before) => ({
      ...before,
      runs: new Map([...before.runs, ...mine.map((run) => [run.id, run] as const)]),
    }));
  };
  const sync = async () => {
    if (known === undefined) return;
    const head = await fetchRuns(filter).catch(() => undefined);
    if (head === undefined) return;
    const joins = known.size === 0 || head.items.length === 0 || head.items.some(({ id }) => known.has(id));
    if (joins) hear(head.items);
    else setWaiting((before) => ({ ...before, head }));
  };
  useWatch(filter, hear, sync);

  // A page that is on its way would overwrite what is changed meanwhile.
  useEffect(() => {
    if (isFetching || data === undefined || known === undefined) return;
    const changed = new Map([...waiting.runs].filter(([id]) => known.has(id)));
    const fresh = [...waiting.runs.values()].filter(({ id }) => !known.has(id) && isWithin(data, id));
    if (changed.size > 0) queryClient.setQueryData(queryKey, withChanged(data, changed));
    if (changed.size > 0 || fresh.length < waiting.runs.size)
      setWaiting((before) => ({ ...before, runs: new Map(fresh.map((run) => [run.id, run])) }));
  }, [waiting, isFetching, data, known, queryClient, queryKey]);

  const show = useCallback(() => {
    if (isFetching) return;
    const { head, runs } = waiting;
    queryClient.setQueryData<RunPages>(queryKey, (before) => {
      if (head !== undefined) return { pages: [head], pageParams: [undefined] };
      return before === undefined ? before : withNew(before, unknownOf(before, runs));
    });
    setWaiting(nothing);
  }, [waiting, isFetching, queryClient, queryKey]);

  const count = [...waiting.runs.keys()].filter((id) => known?.has(id) === false).length;
  const hasNew = waiting.head !== undefined || count > 0;
  useAtTop(hasNew, show);
  return { count, isMany: waiting.head !== undefined, show };
}

function unknownOf(pages: RunPages, runs: Waiting['runs']): RunSummary[] {
  const ids = idsOf(pages);
  return [...runs.values()].filter(({ id }) => !ids.has(id) && isWithin(pages, id));
}

function useWatch(
  { task }: RunFilter,
  hear: (runs: readonly RunSummary[]) => void,
  sync: () => Promise<void>,
): void {
  const nextSync = useRef<number>(undefined);
  const onRun = useEffectEvent((run: RunSummary) => hear([run]));
  const onGap = useEffectEvent(() => {
    nextSync.current ??= window.setTimeout(() => {
      nextSync.current = undefined;
      void sync();
    }, SYNC_EVERY_MS);
  });
  useEffect(() => {
    const end = watchRuns(task, { onRun: (run) => onRun(run), onGap: () => onGap() });
    return () => {
      end();
      clearTimeout(nextSync.current);
      nextSync.current = undefined;
    };
  }, [task]);
}

/** Shows what is new whenever the top of the page is in sight. */
function useAtTop(hasNew: boolean, show: () => void): void {
  useEffect(() => {
    if (!hasNew) return undefined;
    const look = () => {
      if (window.scrollY <= AT_TOP) show();
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [hasNew, show]);
}
