import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTemplateEngine } from './index.ts';

const engine = createTemplateEngine();
const word = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'length', 'x y');
const path = fc.tuple(word, fc.array(fc.oneof(word, fc.nat(3)), { maxLength: 3 }));
const data = fc.dictionary(
  word,
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.dictionary(word, fc.jsonValue({ maxDepth: 2 }))),
);

test('the short way reads what LiquidJS reads, whatever the path and the data', () => {
  fc.assert(
    fc.property(path, data, ([root, rest], scope) => {
      const variable = [root, ...rest].map((key) => `[${JSON.stringify(key)}]`).join('');
      const short = engine.template(`-{{ ${variable} }}-`)(scope);
      expect(short).toBe(engine.template(`{% liquid %}-{{ ${variable} }}-`)(scope));
    }),
  );
});
