import { expect, test } from 'vitest';
import { FINAL_ORDER, progressOrder } from './run-log.ts';

test('the order grows with phase, attempt and step, and nothing passes a final event', () => {
  const orders = [
    progressOrder(0, 0, 'waiting'),
    progressOrder(0, 0, 'running'),
    progressOrder(0, 0, 'attempted'),
    progressOrder(0, 1, 'waiting'),
    progressOrder(0, 9_999, 'attempted'),
    progressOrder(1, 0, 'waiting'),
    progressOrder(49, 9_999, 'finished'),
    FINAL_ORDER,
  ];
  expect(new Set(orders).size).toBe(orders.length);
  expect(orders.toSorted((a, b) => a - b)).toEqual(orders);
});
