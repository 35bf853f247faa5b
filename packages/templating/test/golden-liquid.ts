import { readFileSync } from 'node:fs';
import { createTemplateEngine, type TemplateEngine } from '../src/index.ts';

/** A case of golden-liquid (MIT, see suites/golden_liquid.LICENSE). */
export interface GoldenCase {
  name: string;
  template: string;
  data?: Record<string, unknown>;
  result?: string;
  results?: string[];
  invalid?: boolean;
}

export const pinnedPath = new URL('suites/golden_liquid.passing.json', import.meta.url);

export function goldenCases(): GoldenCase[] {
  const path = new URL('suites/golden_liquid.json', import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { tests: GoldenCase[] }).tests;
}

/** The names of the cases that our engine passes. */
export function passingNames(cases: GoldenCase[]): string[] {
  const engine = createTemplateEngine();
  return cases.filter((one) => passes(engine, one)).map(({ name }) => name);
}

function passes(
  engine: TemplateEngine,
  { template, data = {}, result, results, invalid }: GoldenCase,
): boolean {
  try {
    const text = engine.template(template)(data);
    return invalid !== true && (results ?? [result]).includes(text);
  } catch {
    return invalid === true;
  }
}
