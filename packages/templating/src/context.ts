import { Context, type Liquid } from 'liquidjs';
import type { Allowance } from './allowance.ts';
import { createEmitter } from './emitter.ts';
import { missingVariable } from './failure.ts';
import type { RenderSettings, Scope } from './rendering.ts';

const CAPTURE_LIMIT = 'capture-limit';

/** What LiquidJS renders in: the scope, with our own limits in place of its. */
export function createContext(
  liquid: Liquid,
  scope: Scope,
  allowance: Allowance,
  { renderedLength, strict }: RenderSettings,
): Context {
  const memoryLimit = allowance as unknown as Context['memoryLimit'];
  // The clock is read by the driver and by the allowance, both of which LiquidJS cannot skip.
  const renderLimit = { use() {}, check() {} } as unknown as Context['renderLimit'];
  const Kind = strict ? StrictContext : Context;
  const options = { sync: true, strictVariables: strict };
  const context = new Kind(scope, liquid.options, options, { memoryLimit, renderLimit, liquid });
  context.setRegister(CAPTURE_LIMIT, renderedLength);
  return context;
}

/** LiquidJS takes null for a value; a lead without an e-mail has `email: null`. */
class StrictContext extends Context {
  override *_getFromScope(
    scope: unknown,
    paths: string | (string | number)[],
    strict = this.strictVariables,
  ): Generator<unknown, unknown, unknown> {
    // oxlint-disable-next-line no-underscore-dangle -- LiquidJS's name for the one place where variables are read
    const value = yield super._getFromScope(scope, paths, strict);
    if (strict && value === null) throw missingVariable();
    return value;
  }
}

/** An emitter for a part of the template, such as a capture. */
export function emitterFor(context: Context, allowance: Allowance) {
  return createEmitter(allowance, context.getRegister<number>(CAPTURE_LIMIT));
}
