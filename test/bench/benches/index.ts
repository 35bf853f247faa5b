import type { Bench } from '../bench.ts';
import { endToEnd } from './end-to-end.ts';
import { fairShare } from './fair-share.ts';
import { ingress } from './ingress.ts';
import { recorder } from './recorder.ts';
import { runner } from './runner.ts';
import { scaling } from './scaling.ts';

/** Every bench, in the order in which they run. */
export const benches = {
  ingress,
  runner,
  'end-to-end': endToEnd,
  recorder,
  scaling,
  'fair-share': fairShare,
} satisfies Record<string, Bench>;

export type BenchName = keyof typeof benches;
export const benchNames = Object.keys(benches) as BenchName[];
