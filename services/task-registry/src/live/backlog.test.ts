import { expect, it } from 'vitest';
import { createBacklog } from './backlog.ts';

it('tells what changed at once, and each id once however often it changed', () => {
  const backlog = createBacklog();
  for (const id of ['a', 'b', 'a']) backlog.add(id);
  expect(backlog.take(10_000)).toEqual({ ids: ['a', 'b'], more: 0 });
  expect(backlog.isEmpty()).toBe(true);
  backlog.add('a');
  expect(backlog.take(10_100)).toEqual({ ids: ['a'], more: 0 });
});

it('tells ten of a burst each second, the newest, and the number of the others', () => {
  const backlog = createBacklog();
  let ids = 0;
  let more = 0;
  const firsts: string[] = [];
  for (let ms = 0; ms < 3_000; ms += 100) {
    for (let i = 0; i < 500; i += 1) backlog.add(`${ms}-${i}`);
    const taken = backlog.take(50_000 + ms);
    firsts.push(...taken.ids.slice(0, 1));
    ids += taken.ids.length;
    more += taken.more;
  }
  expect(ids).toBe(30);
  expect(firsts).toEqual(['0-499', '1000-499', '2000-499']);
  const rest = backlog.take(60_000);
  expect(ids + more + rest.ids.length + rest.more).toBe(15_000);
});

it('keeps what found no room in this second for the next one', () => {
  const backlog = createBacklog();
  for (let i = 0; i < 8; i += 1) backlog.add(`a${i}`);
  backlog.take(1_000);
  for (const id of ['b', 'c', 'd']) backlog.add(id);
  expect(backlog.take(1_100)).toEqual({ ids: ['d', 'c'], more: 0 });
  expect(backlog.isEmpty()).toBe(false);
  expect(backlog.take(2_100)).toEqual({ ids: ['b'], more: 0 });
});
