import { expect, test } from 'vitest';
import { validator, TaskInput, withTaskDefaults, type Step } from '@taskhook/contracts';
import { timingErrors } from './timing-errors.ts';

const isInput = validator(TaskInput);
const office = { from: '09:00', to: '19:00', zone: 'Europe/Rome' };

/** The fields of what is wrong with the times of a step, which the schema lets through. */
function wrongIn(times: object): string[] {
  const step = { id: 'a', channel: 'preview', message: { text: 'x' }, ...times } as Step;
  expect(isInput({ name: 'Corso', steps: [step] })).toMatchObject({ ok: true });
  return timingErrors(withTaskDefaults({ name: 'Corso', steps: [step] })).map(({ field }) => field);
}

test.each([
  [{ window: office }],
  [{ window: null }],
  [{ window: { ...office, days: ['mon', 'sun'], from: '22:00', to: '06:00', spread: '30m' } }],
  [{ window: { ...office, from: '00:00', to: '24:00' } }],
  [{ window: { ...office, zone: { from: 'phone', fallback: 'Europe/Rome' } } }],
  [{ window: { ...office, zone: { from: 'field', field: 'extra_fields.timezone', fallback: 'UTC' } } }],
  [{ at: { time: '09:00', zone: 'America/New_York' } }],
  [{ expires: '48h' }],
  [{ expires: '2026-12-24T18:00:00+01:00' }],
  [{ expires: '2026-12-24T18:00:00.5Z' }],
  [{ retry: { delays: ['1m'], max_attempts: 3, max_age: '2h' } }],
  [{ retry: { backoff: 'exponential', delay: '1s', max_delay: '1m' } }],
])('%j is taken', (times) => {
  expect(wrongIn(times)).toEqual([]);
});

test.each([
  [{ window: { ...office, zone: 'Europe/Roma' } }, 'steps.0.window.zone'],
  [{ window: { ...office, zone: '+01:00' } }, 'steps.0.window.zone'],
  [{ window: { ...office, to: '09:00' } }, 'steps.0.window.to'],
  [{ window: { ...office, zone: { from: 'field', fallback: 'UTC' } } }, 'steps.0.window.zone.field'],
  [
    { window: { ...office, zone: { from: 'phone', field: 'extra_fields.tz', fallback: 'UTC' } } },
    'steps.0.window.zone.field',
  ],
  [{ window: { ...office, zone: { from: 'phone', fallback: 'Rome' } } }, 'steps.0.window.zone.fallback'],
  [{ at: { time: '09:00', zone: 'Nowhere/City' } }, 'steps.0.at.zone'],
  [{ expires: '2026-12-24T18:00:00' }, 'steps.0.expires'],
  [{ expires: '2026-13-24T18:00:00Z' }, 'steps.0.expires'],
  [{ retry: { delays: ['1m'], delay: '2s' } }, 'steps.0.retry.delay'],
])('%j is refused at %s', (times, field) => {
  expect(wrongIn(times)).toEqual([field]);
});

test('the window of a task is looked at as well', () => {
  const definition = withTaskDefaults({ name: 'Corso', window: { ...office, zone: 'Mars/Base' } });
  expect(timingErrors(definition)).toMatchObject([{ field: 'window.zone' }]);
});
