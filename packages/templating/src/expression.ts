import {
  type Context,
  Tokenizer,
  TypeGuards,
  Value,
  toValue,
  type Expression,
  type FilteredValueToken,
  type Liquid,
} from 'liquidjs';
import { createAllowance } from './allowance.ts';
import { createBudget } from './budget.ts';
import { createContext } from './context.ts';
import { drive } from './drive.ts';
import type { Rendering, RenderSettings } from './rendering.ts';
import { renderFailure } from './failure.ts';
import { checkLength, parsing } from './parse.ts';
import { compilePlainValue } from './plain.ts';

/**
 * A Liquid expression such as `answers.age | plus: 0` or `eta >= 18 and email`. Unlike LiquidJS in
 * an output, it takes nothing that is left over and no two values side by side.
 */
export function compileExpression(
  liquid: Liquid,
  source: string,
  settings: RenderSettings,
): Rendering<unknown> {
  checkLength(source, settings.templateLength);
  const value = parseExpression(liquid, source);
  const evaluate = evaluateWith(liquid, source, value, settings);
  const plain = settings.strict ? undefined : compilePlainValue(value);
  if (!plain) return evaluate;
  return (scope) => plain(scope);
}

export function parseExpression(liquid: Liquid, source: string): Value {
  return parsing(() => new Value(readWhole(liquid, source), liquid));
}

function readWhole(liquid: Liquid, source: string): FilteredValueToken {
  const tokenizer = new Tokenizer(source, liquid.options.operators);
  const token = tokenizer.readFilteredValue();
  tokenizer.skipBlank();
  if (!tokenizer.end()) throw tokenizer.error(`unexpected ${tokenizer.snapshot()}`);
  checkOperands(tokenizer, token.initial);
  for (const { name, begin } of token.filters) {
    if (!(name in liquid.filters)) throw tokenizer.error(`undefined filter: ${name}`, begin);
  }
  return token;
}

/** In postfix order each operator takes two values (`not` one) and leaves one. */
function checkOperands(tokenizer: Tokenizer, { postfix }: Expression): void {
  let values = 0;
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) values += 1;
    else if (token.operator !== 'not') values -= 1;
    if (values < 1) throw tokenizer.error('a value is missing beside an operator', token.begin);
  }
  if (values > 1) throw tokenizer.error('two values without an operator between them', 0);
}

function evaluateWith(
  liquid: Liquid,
  source: string,
  value: Value,
  settings: RenderSettings,
): Rendering<unknown> {
  return (scope, budget = createBudget(settings.renderMs)) => {
    const allowance = createAllowance(settings.renderMemory, budget);
    const context: Context = createContext(liquid, scope, allowance, settings);
    try {
      const result: unknown = toValue(drive(value.value(context), budget));
      if (typeof result === 'object') allowance.admit(result);
      return result;
    } catch (error) {
      throw renderFailure(error, source);
    }
  };
}
