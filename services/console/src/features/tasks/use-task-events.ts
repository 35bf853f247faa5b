import { useEffect, useRef } from 'react';
import type { RunSummary } from '../../api/types.ts';
import { watchRuns } from '../../api/watch-runs.ts';

interface TaskEvents {
  onRun?: (run: RunSummary) => void;
  onSample?: () => void;
  /** Something may have been missed: what is shown has to be read again. */
  onGap: () => void;
}

/** Hears of the runs and samples of a task while the component is shown. */
export function useTaskEvents(taskId: string, events: TaskEvents): void {
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  useEffect(
    () =>
      watchRuns(taskId, {
        onRun: (run) => latest.current.onRun?.(run),
        onSample: () => latest.current.onSample?.(),
        onGap: () => latest.current.onGap(),
      }),
    [taskId],
  );
}
