import { TaskhookError } from '@taskhook/errors';
import { describe, expect, test } from 'vitest';
import { createTemplateEngine } from './index.ts';

const engine = createTemplateEngine();
const text = (source: string, scope: Record<string, unknown> = {}) => engine.template(source)(scope);

describe('a template', () => {
  test.each([
    ['Ciao {{full_name}}!', { full_name: 'Mario' }, 'Ciao Mario!'],
    ['Ciao!', {}, 'Ciao!'],
    ['{{ ["Full Name"] }}', { 'Full Name': 'Mario' }, 'Mario'],
    ['{{ a.b["c d"][1] }}', { a: { b: { 'c d': [1, 2] } } }, '2'],
    ['{{ nobody.home }}-{{ nothing }}', {}, '-'],
    ['{{ a }}', { a: null }, ''],
    ['{{ a }} {{ b }}', { a: 0, b: false }, '0 false'],
    ['{{ a }}', { a: ['x', 1, ['y']] }, 'x1y'],
    ['{{ a }}', { a: { x: 1 } }, '{"x":1}'],
    ['{{ a | slice: "1", "2" }}{{ a | slice: 1, 2 }}', { a: 'abcd' }, 'bcbc'],
    ['{{ a.size }} {{ a.first }}', { a: ['x', 'y'] }, '2 x'],
    ['{{ 0 | date: "%Y-%m-%d %H:%M %B" }}', {}, '1970-01-01 00:00 January'],
    ['{{ a | where: "x", 1 | map: "y" | join: "," }}', { a: [{ x: 1, y: 'b' }, { x: 2 }] }, 'b'],
    ['{{ a | sort: "n" | map: "n" | join: "," }}', { a: [{ n: 2 }, {}, { n: 1 }] }, '1,2,'],
    ['{% capture x %}{{ a }}{{ a }}{% endcapture %}{{ x }}', { a: 'ab' }, 'abab'],
  ])('%s', (source, scope, expected) => {
    expect(text(source, scope)).toBe(expected);
  });

  test('does not parse what comes from the data', () => {
    expect(text('{{ a }}{{ a | append: "" }}', { a: '{{ b }}', b: 'x' })).toBe('{{ b }}{{ b }}');
  });

  test('leaves the scope as it was', () => {
    const scope = { a: 1 };
    expect(text('{% increment a %}{% assign a = 5 %}{% decrement b %}', scope)).toBe('1-1');
    expect(scope).toEqual({ a: 1 });
  });
});

test.each([
  '{{ a.constructor }}{{ a.__proto__ }}{{ a.toString }}{{ constructor }}{{ __proto__ }}',
  '{{ list | map: "constructor" }}{{ list | map: "__proto__" | compact }}',
  '{{ list | where: "constructor" | size | minus: 0 | replace: "0", "" }}',
  '{{ list | group_by: "__proto__" | map: "name" }}{{ list | sort: "constructor" | map: "constructor" }}',
  '{{ "" | map: "constructor" }}{{ list | find: "toString" }}{{ list.constructor.name }}',
  '{% assign __proto__ = a %}{{ x.polluted }}',
])('nothing inherited shows: %s', (source) => {
  expect(text(source, { a: { polluted: 'yes' }, list: [{ n: 1 }], x: {} })).toBe('');
});

describe('an expression', () => {
  test.each([
    ['answers.age | plus: 0', { answers: { age: '42' } }, 42],
    ['a', { a: [1, { b: 2 }] }, [1, { b: 2 }]],
    ['a', {}, undefined],
    ['nil', {}, null],
    ['"text"', {}, 'text'],
    ['(1..3)', {}, [1, 2, 3]],
    ['eta >= 18 and email', { eta: 20, email: null }, false],
    ['not a', { a: null }, true],
    ['["Full Name"] | upcase', { 'Full Name': 'm' }, 'M'],
  ])('%s keeps its type', (source, scope, expected) => {
    expect(engine.value(source)(scope)).toEqual(expected);
  });

  test('a source with marks is a text', () => {
    expect(engine.value('{{ a }}')({ a: 1 })).toBe('1');
  });
});

describe('a condition', () => {
  test.each([
    ['a', { a: 0 }, true],
    ['a', { a: '' }, true],
    ['a', { a: 'false' }, true],
    ['a', { a: false }, false],
    ['a', {}, false],
    ['a > 17', { a: 18 }, true],
    ['{% if a %} yes {% endif %}', { a: 1 }, true],
    ['{% if a %} yes {% endif %}', {}, false],
    [' {{ a }} ', { a: false }, false],
  ])('%s with %j is %s', (source, scope, expected) => {
    expect(engine.condition(source)(scope)).toBe(expected);
  });
});

describe('what does not parse is refused with line and column', () => {
  test.each<[string, string, number, number]>([
    ['a\n  {{ x | nope }}', 'uses the filter "nope", which does not exist', 2, 3],
    ['{{ x', 'does not parse: output "{{ x" not closed', 1, 1],
    ['x{% if a %}', 'does not parse: tag {% if a %} not closed', 1, 2],
    ['{{ people | where_exp: "p", "p" }}', 'uses the filter "where_exp", which does not exist', 1, 1],
    ...['include', 'render', 'layout', 'block'].map(
      (tag) =>
        [`\n {% ${tag} "x" %}`, `uses the tag "${tag}", which does not exist`, 2, 2] as [
          string,
          string,
          number,
          number,
        ],
    ),
  ])('%j', (source, message, line, column) => {
    expect(refusal(() => engine.template(source))).toEqual([{ field: '', message, line, column }]);
  });

  test.each([
    ['a | nope', 'uses the filter "nope", which does not exist', 5],
    ['Nome Cognome', 'does not parse: two values without an operator between them', 1],
    ['a >', 'does not parse: a value is missing beside an operator', 3],
    ['a, b', 'does not parse: unexpected ", b"', 2],
  ])('the expression %j', (source, message, column) => {
    expect(refusal(() => engine.value(source))).toEqual([{ field: '', message, line: 1, column }]);
  });
});

test.each([
  '{{ 0 | date: "%Y", secret }}',
  '{{ secret | base64_decode }}',
  '{{ odd | upcase }}',
  '{{ list | where: bracket }}',
])('a failure does not tell what is in the lead: %s', (source) => {
  const scope = { secret: 'Mario@Rossi', odd: { toString: 'Mario' }, list: [1], bracket: '[Mario' };
  const error = caught(() => text(source, scope));
  expect(error.code).toBe('template_failed');
  expect(JSON.stringify([error.message, error.errors, String(error.cause)])).not.toContain('Mario');
});

function refusal(compile: () => unknown) {
  const error = caught(compile);
  expect(error.code).toBe('invalid_task');
  return error.errors;
}

function caught(run: () => unknown): TaskhookError {
  try {
    run();
  } catch (error) {
    if (error instanceof TaskhookError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
