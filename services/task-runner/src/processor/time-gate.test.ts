import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR, newRunId, newTaskId, withTaskDefaults, type Step, type StepJob } from '@taskhook/contracts';
import { compileTask, createTemplateEngine } from '@taskhook/templating';
import { timeGate } from './time-gate.ts';

const engine = createTemplateEngine();
const night = Date.parse('2026-06-10T01:00:00+02:00');
const morning = Date.parse('2026-06-10T09:00:00+02:00');
const window = { from: '09:00', to: '19:00', zone: 'Europe/Rome' };

beforeEach(() => vi.useFakeTimers({ now: night, toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What the gate says of an attempt at a step that is due now, and whose lead came now. */
function ask(more: Partial<Step>, job: Partial<StepJob> = {}) {
  const step = { id: 'a', channel: 'preview', message: { text: 'x' }, ...more } as Step;
  const definition = withTaskDefaults({ name: 'Corso', steps: [step] });
  const compiled = compileTask(engine, definition);
  const [first] = compiled.steps;
  if (first === undefined) throw new Error('no step');
  const lead = { full_name: null, phone: null, email: null, extra_fields: {} };
  const ids = { run_id: newRunId(), task_id: newTaskId(), revision: 1, source: 'generic', test: false };
  const work = {
    job: { ...ids, step: 0, lead, received_at: night, attempts: 0, delivered: false, due_at: night, ...job },
    definition,
    compiled,
    step: first,
  };
  return timeGate.ask(work, { channel: 'preview', text: 'x' });
}

test('a step without times goes', async () => {
  expect(await ask({})).toBeUndefined();
});

test('an attempt outside of its window is put off until it opens, and the run is told', async () => {
  expect(await ask({ window })).toMatchObject({
    kind: 'later',
    dueAt: morning,
    tell: true,
    reason: { code: 'window' },
  });
});

test('a retry waits for the window as well', async () => {
  expect(await ask({ window }, { attempts: 3 })).toMatchObject({ kind: 'later', dueAt: morning });
});

test('a time of day counts for the first attempt alone', async () => {
  const at = { time: '12:00', day: 'tomorrow', zone: 'Europe/Rome' } as const;
  expect(await ask({ at })).toMatchObject({ kind: 'later', reason: { code: 'at' } });
  expect(await ask({ at }, { attempts: 1 })).toBeUndefined();
});

test('a time of tomorrow is not moved on by the attempt that was put off until then', async () => {
  const at = { time: '12:00', day: 'tomorrow', zone: 'Europe/Rome' } as const;
  const noon = Date.parse('2026-06-11T12:00:00+02:00');
  expect(await ask({ at })).toMatchObject({ dueAt: noon });
  vi.setSystemTime(noon);
  expect(await ask({ at }, { due_at: noon, first_due_at: night })).toBeUndefined();
});

test('a step that has expired is skipped, and one that was tried before has failed', async () => {
  vi.setSystemTime(night + 48 * HOUR);
  expect(await ask({ expires: '48h' })).toMatchObject({ kind: 'skip', reason: { code: 'expired' } });
  expect(await ask({ expires: '48h' }, { attempts: 1 })).toMatchObject({
    kind: 'fail',
    reason: { code: 'expired' },
  });
  expect(await ask({ expires: '49h' })).toBeUndefined();
});

test('a step that would expire before its window opens is skipped at once', async () => {
  expect(await ask({ expires: '8h', window })).toMatchObject({ kind: 'skip', reason: { code: 'expired' } });
  expect(await ask({ expires: '9h', window })).toMatchObject({ kind: 'later' });
});

test('a step that comes too late for its max_age fails', async () => {
  const retry = { max_age: '2h' };
  expect(await ask({ retry }, { due_at: night - 3 * HOUR })).toMatchObject({
    kind: 'fail',
    reason: { code: 'too_old' },
  });
  expect(await ask({ retry }, { due_at: night - HOUR })).toBeUndefined();
});

test('the age of a step begins with its first attempt, which its window may hold back', async () => {
  const retry = { max_age: '2h' };
  expect(await ask({ retry, window })).toMatchObject({ kind: 'later', dueAt: morning });
  expect(await ask({ retry, window }, { attempts: 1, tried_from: night - HOUR })).toMatchObject({
    kind: 'fail',
    reason: { code: 'too_old' },
  });
});
