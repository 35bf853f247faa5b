import type { Recorded, RunLogEvent } from '@taskhook/contracts';

/** The runs and samples that events are about, each once. */
export function recordedBy(events: readonly RunLogEvent[]): Recorded {
  const runs = new Map<string, string>();
  const samples = new Map<string, string>();
  for (const event of events) {
    if ('run_id' in event) runs.set(event.run_id, event.task_id);
    else if (event.type === 'sampled') samples.set(event.sample_id, event.task_id);
  }
  return { runs: toChanged(runs), samples: toChanged(samples) };
}

function toChanged(byId: ReadonlyMap<string, string>): Recorded['runs'] {
  return [...byId].map(([id, task_id]) => ({ id, task_id }));
}
