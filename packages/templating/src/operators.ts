import { defaultOperators, type Context } from 'liquidjs';
import { allowanceOf } from './allowance.ts';
import { chargeSearch } from './filters/search.ts';

/** LiquidJS's, but a search in a text is paid for. */
export const operators = {
  ...defaultOperators,
  contains: (left: unknown, right: unknown, context: Context) => {
    chargeSearch(allowanceOf(context), left, right);
    return contains(left, right, context);
  },
};

function contains(left: unknown, right: unknown, context: Context) {
  const operator = defaultOperators['contains'];
  return operator ? operator(left, right, context) : false;
}
