import type { Liquid } from 'liquidjs';
import { BoundedCapture } from './capture.ts';
import { InlineComment } from './inline-comment.ts';

/** LiquidJS's tags that templates may use: all but those that load another template. */
const fromLiquid = new Set([
  'assign',
  'break',
  'case',
  'comment',
  'continue',
  'cycle',
  'decrement',
  'echo',
  'for',
  'if',
  'increment',
  'liquid',
  'raw',
  'tablerow',
  'unless',
]);

/** Every tag there is, by its name in templates. */
export function registerTags(liquid: Liquid): void {
  for (const name of Object.keys(liquid.tags)) {
    if (!fromLiquid.has(name)) delete liquid.tags[name];
  }
  liquid.registerTag('capture', BoundedCapture);
  liquid.registerTag('#', InlineComment);
}
