import {
  newQuarantineId,
  progressOrder,
  type Lead,
  type RequestQuarantined,
  type RunAccepted,
  type RunProgress,
  type RunStatus,
} from '@taskhook/contracts';

export const mario: Lead = {
  full_name: 'Mario Rossi',
  phone: '+393331234567',
  email: 'mario@example.com',
  extra_fields: {},
};

const at = Date.UTC(2026, 10, 1, 12);

/** Events as ingress and task-runner write them. */
export function accepted(run_id: string, task_id: string, more: Partial<RunAccepted> = {}): RunAccepted {
  return {
    type: 'accepted',
    run_id,
    task_id,
    revision: 1,
    status: 'queued',
    test: false,
    source: 'generic',
    replay_of: null,
    lead: mario,
    received_at: at,
    ...more,
  };
}

export function progress(
  run_id: string,
  task_id: string,
  status: RunStatus,
  more: Partial<RunProgress> = {},
): RunProgress {
  const order = progressOrder(0, 0, 'finished');
  return {
    type: 'progress',
    run_id,
    task_id,
    revision: 1,
    at: at + 1_000,
    order,
    status,
    reason: null,
    ...more,
  };
}

/** The life of a run whose first step needed two attempts: three events with steps, then its end. */
export function life(run_id: string, task_id: string): (RunAccepted | RunProgress)[] {
  const step = { index: 0, id: 'crm', channel: 'http', due_at: null, reason: null } as const;
  const attempt = (n: number, outcome: 'retry' | 'delivered') => ({
    n,
    at: new Date(at + n * 1_000).toISOString(),
    outcome,
    duration_ms: 12,
    status_code: outcome === 'retry' ? 500 : 200,
    error: outcome === 'retry' ? { code: 'receiver_failed', message: 'The receiver answered 500.' } : null,
  });
  const rendered = {
    method: 'POST',
    url: 'https://crm.example/',
    headers: { 'x.dot': '$1' },
    body: { 'a.b': 1, $c: 2 },
  };
  const second = { index: 1, id: 'hello', channel: 'preview', due_at: null, reason: null } as const;
  return [
    accepted(run_id, task_id),
    progress(run_id, task_id, 'running', {
      order: progressOrder(0, 0, 'running'),
      step: { ...step, status: 'running', rendered },
    }),
    progress(run_id, task_id, 'waiting', {
      order: progressOrder(0, 0, 'attempted'),
      step: { ...step, status: 'waiting', due_at: at + 5_000, attempt: attempt(1, 'retry') },
    }),
    progress(run_id, task_id, 'queued', {
      order: progressOrder(0, 1, 'finished'),
      step: { ...step, status: 'succeeded', attempt: attempt(2, 'delivered') },
    }),
    progress(run_id, task_id, 'succeeded', {
      order: progressOrder(1, 0, 'finished'),
      at: at + 9_000,
      step: { ...second, status: 'succeeded', rendered: { text: 'Ciao' }, attempt: attempt(1, 'delivered') },
    }),
  ];
}

export function quarantined(
  task_id: string,
  body: unknown,
  more: Partial<RequestQuarantined> = {},
): RequestQuarantined {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    type: 'quarantined',
    quarantine_id: newQuarantineId(),
    task_id,
    revision: 1,
    received_at: at,
    code: 'invalid_lead',
    detail: 'phone is required',
    errors: [{ field: 'phone', message: 'is required' }],
    request: {
      method: 'POST',
      query: '',
      headers: { 'content-type': 'application/json', 'x.odd': '1' },
      body: Buffer.from(text).toString('base64'),
    },
    ...more,
  };
}
