import { Context, type Liquid } from 'liquidjs';
import type { Allowance } from './allowance.ts';
import { createEmitter } from './emitter.ts';
import type { Scope } from './rendering.ts';

const CAPTURE_LIMIT = 'capture-limit';

/** What LiquidJS renders in: the scope, with our own limits in place of its. */
export function createContext(
  liquid: Liquid,
  scope: Scope,
  allowance: Allowance,
  captureLimit: number,
): Context {
  const memoryLimit = allowance as unknown as Context['memoryLimit'];
  // The clock is read by the driver and by the allowance, both of which LiquidJS cannot skip.
  const renderLimit = { use() {}, check() {} } as unknown as Context['renderLimit'];
  const context = new Context(scope, liquid.options, { sync: true }, { memoryLimit, renderLimit, liquid });
  context.setRegister(CAPTURE_LIMIT, captureLimit);
  return context;
}

/** An emitter for a part of the template, such as a capture. */
export function emitterFor(context: Context, allowance: Allowance) {
  return createEmitter(allowance, context.getRegister<number>(CAPTURE_LIMIT));
}
