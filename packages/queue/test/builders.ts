import { newRunId, type RunAccepted, type StepJob } from '@taskhook/contracts';

const lead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario@example.com',
  extra_fields: {},
};

export function stepJob(changes: Partial<StepJob> = {}): StepJob {
  return {
    run_id: newRunId(),
    task_id: 'task_1',
    revision: 1,
    step: 0,
    lead,
    source: 'generic',
    test: false,
    received_at: Date.now(),
    attempts: 0,
    delivered: false,
    ...changes,
  };
}

export function accepted(runId = newRunId()): RunAccepted {
  return {
    type: 'accepted',
    run_id: runId,
    task_id: 'task_1',
    revision: 1,
    status: 'queued',
    test: false,
    source: 'generic',
    replay_of: null,
    lead,
    received_at: Date.now(),
  };
}
