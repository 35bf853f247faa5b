import { TaskhookError } from '@taskhook/errors';
import { expect, test } from 'vitest';
import { createTemplateEngine } from '../src/index.ts';
import { hostileScope, hostileTemplates } from './hostile-templates.ts';

const engine = createTemplateEngine();
const LONGEST_MS = 250;

test.each(Object.entries(hostileTemplates))(
  '%s ends in time, in a text or a clear error',
  (_name, source) => {
    const codes = ['text', 'template_limit', 'template_failed', 'invalid_task'];
    expect(codes).toContain(outcome(source));
    expect(quickest(source)).toBeLessThan(LONGEST_MS);
  },
);

test.each([
  'a range of a hundred million',
  'a range past the safe integers',
  'loops in loops without a body',
  'a capture that doubles',
  'lists that hold themselves twice',
  'a search that backs off at every place',
  'a date of many names',
])('%s passes a limit', (name) => {
  expect(outcome(hostileTemplates[name] ?? '')).toBe('template_limit');
});

test('a limit names itself and the place, and nothing of the lead', () => {
  const render = engine.template('Hi\n{% for i in (1..100000000) %}{{ big }}{% endfor %}');
  expect(() => render(hostileScope)).toThrow('The template needs too much memory (line 2, column 1).');
});

test('a plain template is not failed by a pause of the process', () => {
  const hasty = createTemplateEngine({ renderMs: -1_000 });
  expect(hasty.template('{{ name | upcase }}')({ name: 'mario' })).toBe('MARIO');
});

/** Processor time of this thread in milliseconds, the least of a few tries: the machine may be busy otherwise. */
function quickest(source: string): number {
  let best = Infinity;
  for (let tries = 0; tries < 4 && best >= LONGEST_MS; tries += 1) {
    const start = process.threadCpuUsage();
    outcome(source);
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

function outcome(source: string): string {
  try {
    return typeof engine.template(source)(hostileScope) === 'string' ? 'text' : 'something else';
  } catch (error) {
    return error instanceof TaskhookError ? error.code : String(error);
  }
}
