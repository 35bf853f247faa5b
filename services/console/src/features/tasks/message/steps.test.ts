import { expect, test } from 'vitest';
import type { Step } from '../../../api/types.ts';
import { moved, newStep, withChannel, withMember } from './steps.ts';

const welcome: Step = {
  id: 'welcome',
  channel: 'preview',
  wait: '5m',
  message: { text: 'Ciao {{first_name}}' },
};

test('a step that changes its channel keeps its name, its time and its text', () => {
  const sms = withChannel(welcome, 'sms', 'conn_1');
  expect(sms).toEqual({
    id: 'welcome',
    channel: 'sms',
    wait: '5m',
    connection: 'conn_1',
    message: { text: 'Ciao {{first_name}}' },
  });
  expect(withChannel(sms, 'preview')).toEqual(welcome);
});

test('a new step has a name of its own', () => {
  const steps = [welcome, newStep('sms', [welcome], ''), newStep('preview', [welcome], '')];
  expect(steps.map(({ id }) => id)).toEqual(['welcome', 'sms-1', 'preview-1']);
  expect(newStep('sms', steps, '').id).toBe('sms-2');
});

test('steps change places inside of the list alone', () => {
  const ids = (from: number, to: number) =>
    moved([welcome, { ...welcome, id: 'b' }, { ...welcome, id: 'c' }], from, to).map(({ id }) => id);
  expect(ids(0, 1)).toEqual(['b', 'welcome', 'c']);
  expect(ids(2, 0)).toEqual(['c', 'welcome', 'b']);
  expect(ids(0, -1)).toEqual(['welcome', 'b', 'c']);
});

test('a member without a value is left out', () => {
  expect(withMember(welcome, 'wait', undefined)).not.toHaveProperty('wait');
  expect(withMember(welcome, 'wait', '1h')).toMatchObject({ wait: '1h' });
});
