import {
  Token,
  TokenKind,
  Tokenizer,
  TypeGuards,
  evalTokenValue,
  type Context,
  type ValueToken,
} from 'liquidjs';
import { allowanceOf } from './allowance.ts';
import { limitPassed } from './failure.ts';

/** What an item of a range weighs beyond the one that LiquidJS counts. */
const EXTRA_WEIGHT = 31;

let guarded = false;

/**
 * LiquidJS counts a range upwards in steps of one, which never ends past 2^53. There is no way to
 * replace ranges, so the one reader that makes them, also out of strings at run time, hands out
 * ranges whose ends are checked when they are evaluated.
 */
export function guardRanges(): void {
  if (guarded) return;
  guarded = true;
  // oxlint-disable-next-line typescript/unbound-method -- called with its tokenizer below
  const read = Tokenizer.prototype.readGroupOrRange;
  Tokenizer.prototype.readGroupOrRange = function readGuarded() {
    const token = read.call(this);
    if (token && TypeGuards.isRangeToken(token)) {
      const { lhs, rhs } = token;
      token.lhs = new CheckedEnd(lhs, lhs, rhs) as unknown as ValueToken;
      token.rhs = new CheckedEnd(rhs) as unknown as ValueToken;
    }
    return token;
  };
}

/** Stands where a value is expected and evaluates like a group, `( … )`. */
class CheckedEnd extends Token {
  readonly initial: { postfix: Token[]; evaluate(context: Context, lenient?: boolean): Generator };
  readonly filters = [];

  constructor(end: ValueToken, low?: ValueToken, high?: ValueToken) {
    super(TokenKind.FilteredValue, end.input, end.begin, end.end);
    this.initial = {
      postfix: [end],
      *evaluate(context, lenient) {
        if (low && high) {
          const first = safeEnd(yield evalTokenValue(low, context, lenient));
          const last = safeEnd(yield evalTokenValue(high, context, lenient));
          allowanceOf(context).use((last - first) * EXTRA_WEIGHT);
        }
        return safeEnd(yield evalTokenValue(end, context, lenient));
      },
    };
  }
}

function safeEnd(value: unknown): number {
  const end = typeof value === 'object' ? 0 : Number(value);
  if (Math.abs(end) > Number.MAX_SAFE_INTEGER) throw limitPassed('counts beyond 2^53');
  return end;
}
