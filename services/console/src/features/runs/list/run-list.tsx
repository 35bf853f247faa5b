import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../api/types.ts';
import { RunRow } from './run-row.tsx';
import classes from './run-list.module.css';

/** In pixels; all rows are alike, so that the place of each is known without looking. */
const ROW = 62;
const NARROW_ROW = 86;
const OVERSCAN = 8;
/** The next page is fetched so many rows before the end. */
const AHEAD = 12;
const SKELETON_ROWS = 8;

interface RunListProps {
  runs: readonly RunSummary[];
  hasMore: boolean;
  onMore: () => void;
}

/** Rows of which only those in sight are in the page; the next ones are fetched when the end comes near. */
export function RunList({ runs, hasMore, onMore }: RunListProps) {
  const { t } = useTranslation('runs');
  const list = useRef<HTMLUListElement>(null);
  const height = useRowHeight();
  const rows = useWindowVirtualizer({
    count: runs.length,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin: useDistanceFromTop(list),
    getItemKey: (index) => runs[index]?.id ?? index,
  });
  useEffect(() => rows.measure(), [rows, height]);
  const inSight = rows.getVirtualItems();
  const last = inSight.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= runs.length - AHEAD) onMore();
  }, [hasMore, last, runs.length, onMore]);
  return (
    <ul
      ref={list}
      className={classes['rows']}
      aria-label={t('title')}
      style={{ height: rows.getTotalSize() + (hasMore ? height : 0) }}
    >
      {inSight.map(({ index, key, start, size }) => {
        const run = runs[index];
        if (run === undefined) return null;
        return (
          <li
            key={key}
            className={classes['item']}
            aria-posinset={index + 1}
            aria-setsize={hasMore ? -1 : runs.length}
            style={{ height: size, transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <RunRow run={run} />
          </li>
        );
      })}
    </ul>
  );
}

export function RunListSkeleton() {
  const height = useRowHeight();
  return (
    <div aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <div key={row} className={classes['row']} style={{ height }}>
          <Skeleton height={14} width="60%" />
          <Skeleton height={14} width={70} />
        </div>
      ))}
    </div>
  );
}

const useRowHeight = () =>
  useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ? NARROW_ROW : ROW;

/** How far down the page the list begins. */
function useDistanceFromTop(list: React.RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current !== null)
        setDistance(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return distance;
}
