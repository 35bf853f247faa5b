import { expect, test } from 'vitest';
import { newRunId, withTaskDefaults, type Lead, type Step, type TaskInput } from '@taskhook/contracts';
import { expiresAt, firstStart, windowStart } from './step-start.ts';

const mario: Lead = { full_name: null, phone: '+393331234567', email: null, extra_fields: {} };

function timed(more: Partial<Step>, task: Partial<TaskInput> = {}, lead = mario, runId = newRunId()) {
  const step = { id: 'a', channel: 'preview', message: { text: 'x' }, ...more } as Step;
  return { runId, lead, step, definition: withTaskDefaults({ name: 'Corso', steps: [step], ...task }) };
}

const office = { from: '09:00', to: '19:00', zone: 'Europe/Rome' } as const;

/** When a step goes that is due at a time, as ISO 8601 in UTC. */
async function start(step: ReturnType<typeof timed>, due: string, now = due) {
  const { at, why } = await firstStart(step, Date.parse(due), Date.parse(now));
  return [new Date(at).toISOString(), why];
}

test('a step without time of day and window goes when it is due', async () => {
  expect(await start(timed({}), '2026-06-10T02:00:00Z')).toEqual(['2026-06-10T02:00:00.000Z', null]);
});

test('a lead of the evening is written to at nine in the morning sharp where the window is not spread', async () => {
  const step = timed({ window: office });
  expect(await start(step, '2026-06-10T18:01:00Z')).toEqual(['2026-06-11T07:00:00.000Z', 'window']);
});

test('the window of the task is that of each step, unless the step has its own or none', async () => {
  const task = { window: office };
  const night = '2026-06-10T01:00:00Z';
  expect(await start(timed({}, task), night)).toEqual(['2026-06-10T07:00:00.000Z', 'window']);
  expect(await start(timed({ window: { ...office, from: '10:00' } }, task), night)).toEqual([
    '2026-06-10T08:00:00.000Z',
    'window',
  ]);
  expect(await start(timed({ window: null }, task), night)).toEqual(['2026-06-10T01:00:00.000Z', null]);
});

test.each([
  ['the next to come', {}, '2026-06-10T06:00:00Z', '2026-06-10T07:00:00.000Z'],
  ['the next to come, of the next day', {}, '2026-06-10T08:00:00Z', '2026-06-11T07:00:00.000Z'],
  [
    'that of tomorrow, in the morning',
    { day: 'tomorrow' },
    '2026-06-10T06:00:00Z',
    '2026-06-11T07:00:00.000Z',
  ],
  ['that of tomorrow, by day', { day: 'tomorrow' }, '2026-06-10T08:00:00Z', '2026-06-11T07:00:00.000Z'],
  [
    'that of tomorrow, after midnight',
    { day: 'tomorrow' },
    '2026-06-09T22:30:00Z',
    '2026-06-11T07:00:00.000Z',
  ],
  ['after the clocks went forward', { day: 'tomorrow' }, '2026-03-28T12:00:00Z', '2026-03-29T07:00:00.000Z'],
  ['after the clocks went back', { day: 'tomorrow' }, '2026-10-24T12:00:00Z', '2026-10-25T08:00:00.000Z'],
] as const)('a time of day is %s', async (_name, more, due, expected) => {
  const step = timed({ at: { time: '09:00', zone: 'Europe/Rome', ...more } });
  expect(await start(step, due)).toEqual([expected, 'at']);
});

test('a time that the clocks leave out is an hour later', async () => {
  const step = timed({ at: { time: '02:30', zone: 'Europe/Rome' } });
  expect(await start(step, '2026-03-29T00:00:00Z')).toEqual(['2026-03-29T01:30:00.000Z', 'at']);
});

test('a step whose time of day has come goes, however late it is taken', async () => {
  const step = timed({ at: { time: '09:00', day: 'tomorrow', zone: 'Europe/Rome' } });
  const late = '2026-06-11T07:00:05Z';
  expect(await start(step, '2026-06-10T08:00:00Z', late)).toEqual(['2026-06-11T07:00:05.000Z', null]);
});

test('a time of day outside of the window waits for the window', async () => {
  const step = timed({ at: { time: '08:00', zone: 'Europe/Rome' }, window: office });
  expect(await start(step, '2026-06-10T01:00:00Z')).toEqual(['2026-06-10T07:00:00.000Z', 'window']);
});

test.each([
  ['an Italian number', { phone: '+393331234567' }, '2026-06-10T07:00:00.000Z'],
  ['a number of New York', { phone: '+12125550123' }, '2026-06-10T13:00:00.000Z'],
  ['a number of Los Angeles', { phone: '+13105550123' }, '2026-06-10T16:00:00.000Z'],
  [
    'a mobile number of Portugal, which may be on the Azores',
    { phone: '+351912345678' },
    '2026-06-10T09:00:00.000Z',
  ],
  ['no number', { phone: null }, '2026-06-10T08:00:00.000Z'],
  ['a number without a place', { phone: '+18005550123' }, '2026-06-10T08:00:00.000Z'],
])('by phone, %s has the hours of where it is from', async (_name, lead, expected) => {
  const zone = { from: 'phone', fallback: 'Europe/London' } as const;
  const step = timed({ window: { ...office, zone } }, {}, { ...mario, ...lead });
  expect(await start(step, '2026-06-10T05:00:00Z')).toEqual([expected, 'window']);
});

test.each([
  ['America/New_York', '2026-06-10T13:00:00.000Z'],
  [' America/New_York ', '2026-06-10T13:00:00.000Z'],
  ['Mars/Olympus', '2026-06-10T07:00:00.000Z'],
  ['+05:00', '2026-06-10T07:00:00.000Z'],
  [42, '2026-06-10T07:00:00.000Z'],
  [undefined, '2026-06-10T07:00:00.000Z'],
])('by field, %j is taken where it is a zone, and else the fallback', async (value, expected) => {
  const zone = { from: 'field', field: 'extra_fields.time zone', fallback: 'Europe/Rome' } as const;
  const lead = { ...mario, extra_fields: { 'time zone': value } };
  const step = timed({ window: { ...office, zone } }, {}, lead);
  expect(await start(step, '2026-06-10T00:00:00Z')).toEqual([expected, 'window']);
});

test('a field is never taken from the prototype of a lead', async () => {
  const zone = { from: 'field', field: 'extra_fields.constructor', fallback: 'Europe/Rome' } as const;
  const step = timed({ window: { ...office, zone } });
  expect(await start(step, '2026-06-10T00:00:00Z')).toEqual(['2026-06-10T07:00:00.000Z', 'window']);
});

test('runs are spread evenly over the spread of the window, each always at the same place', async () => {
  const window = { ...office, spread: '30m' };
  const night = Date.parse('2026-06-10T00:00:00Z');
  const open = Date.parse('2026-06-10T07:00:00Z');
  const minutes: number[] = [];
  for (let run = 0; run < 600; run += 1) {
    const step = timed({ window });
    const { at } = await windowStart(step, night);
    expect((await windowStart(step, night + 3_600_000)).at).toBe(at);
    minutes.push(Math.floor((at - open) / 60_000));
  }
  const perTenMinutes = [0, 10, 20].map((from) => minutes.filter((m) => m >= from && m < from + 10).length);
  expect(perTenMinutes.reduce((sum, count) => sum + count)).toBe(600);
  for (const count of perTenMinutes) expect(count).toBeGreaterThan(140);
});

test('a step expires so long after its lead came, or at a fixed time, or never', () => {
  const received = Date.parse('2026-06-10T08:00:00Z');
  const expiry = (expires?: string) =>
    expiresAt(timed(expires === undefined ? {} : { expires }).step, received);
  expect(expiry('48h') - received).toBe(48 * 3_600_000);
  expect(expiry('2026-06-12T18:00:00+02:00')).toBe(Date.parse('2026-06-12T16:00:00Z'));
  expect(expiry()).toBe(Number.POSITIVE_INFINITY);
});
