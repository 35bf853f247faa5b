import { checkSession } from './client.ts';
import type { RunSummary } from './types.ts';

interface RunWatcher {
  /** A run began or changed. */
  onRun: (run: RunSummary) => void;
  /** Something was or may have been missed: what is shown has to be read again. Also when the watch begins. */
  onGap: () => void;
  /** The task caught a sample; told only to who watches one task. */
  onSample?: () => void;
}

const COME_BACK_MS = 3_000;

/** Hears of runs as they change, of one task or of all. Gives a function that ends it. */
export function watchRuns(taskId: string | undefined, { onRun, onGap, onSample }: RunWatcher): () => void {
  let source: EventSource;
  let comeBack: number | undefined;
  const query = taskId === undefined ? '' : `?${new URLSearchParams({ task_id: taskId }).toString()}`;
  const open = () => {
    source = new EventSource(`/v1/events/runs${query}`);
    source.addEventListener('open', onGap);
    source.addEventListener('run', ({ data }) => onRun(JSON.parse(String(data)) as RunSummary));
    if (onSample !== undefined) source.addEventListener('sample', onSample);
    source.addEventListener('more', onGap);
    source.addEventListener('resync', onGap);
    source.addEventListener('end', ({ data }) => {
      source.close();
      const { reason } = JSON.parse(String(data)) as { reason: string };
      if (reason === 'signed_out') void checkSession();
      else comeBack = window.setTimeout(open, COME_BACK_MS);
    });
    source.addEventListener('error', () => {
      // The browser comes back by itself, except after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      void checkSession();
      comeBack = window.setTimeout(open, COME_BACK_MS);
    });
  };
  open();
  return () => {
    clearTimeout(comeBack);
    source.close();
  };
}
