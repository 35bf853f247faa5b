import { expect, test } from 'vitest';
import { FETCH_ORDERS_END, FINAL_ORDER, fetchOrder, progressOrder } from './run-log.ts';

test('the order grows with deferral, phase, attempt and step, and nothing passes a final event', () => {
  const orders = [
    progressOrder(0, 0, 'waiting'),
    progressOrder(0, 0, 'running'),
    progressOrder(0, 0, 'waiting', 1),
    progressOrder(0, 0, 'running', 1),
    progressOrder(0, 0, 'waiting', 2),
    progressOrder(0, 0, 'running', 10_000),
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

test('the order of a fetch grows with its tries and stays below that of every step', () => {
  const orders = [
    fetchOrder(0, 'waiting'),
    fetchOrder(0, 'finished'),
    fetchOrder(1, 'waiting'),
    fetchOrder(7, 'finished'),
    FETCH_ORDERS_END,
    progressOrder(0, 0, 'waiting'),
  ];
  expect(orders.toSorted((a, b) => a - b)).toEqual(orders);
  expect(fetchOrder(1_000_000, 'finished')).toBeLessThan(FETCH_ORDERS_END);
});
