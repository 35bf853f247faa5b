import type { InspectedTemplate } from '../rendering.ts';
import type { Finding } from './lint.ts';
import { placesIn } from './place.ts';
import type { RenderedField } from './render-field.ts';
import { canJudge, type LintSamples } from './samples.ts';
import { unknownUses } from './unknown-variables.ts';

/** Texts that come out empty, and outputs that leave a hole in one. */
export function emptyRenders(
  template: InspectedTemplate,
  rendered: RenderedField,
  samples: LintSamples,
  isOptional: boolean,
): Finding[] {
  const severity = isOptional ? 'info' : 'warning';
  const count = (empty: number) => (rendered.of === 1 ? '' : ` for ${empty} of ${rendered.of} samples`);
  if (template.source.trim() === '' || template.outputs.some((output) => !isJudged(output.uses, samples)))
    return holes(template, rendered, samples, severity, count);
  const blank = rendered.texts.filter(({ text }) => text.trim() === '').length;
  if (blank === 0) return holes(template, rendered, samples, severity, count);
  return [{ code: 'empty_render', severity, message: `comes out empty${count(blank)}` }];
}

const MAX_FINDINGS = 20;

function holes(
  { source, outputs }: InspectedTemplate,
  { texts }: RenderedField,
  samples: LintSamples,
  severity: Finding['severity'],
  count: (empty: number) => string,
): Finding[] {
  const placeOf = placesIn(source);
  const empties = countEach(texts.flatMap(({ empty }) => empty));
  return outputs
    .filter(({ begin, uses }) => empties.has(begin) && isJudged(uses, samples))
    .slice(0, MAX_FINDINGS)
    .map(({ begin, end }) => ({
      code: 'empty_render',
      severity,
      message: `has nothing to show at ${shortened(source.slice(begin, end))}${count(empties.get(begin) ?? 0)}`,
      ...placeOf(begin),
    }));
}

/** A variable that no sample has is told of elsewhere. */
function isJudged(uses: InspectedTemplate['variables'], samples: LintSamples): boolean {
  return uses.every(({ path }) => canJudge(samples, path)) && unknownUses(uses, samples).length === 0;
}

function countEach(begins: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const begin of begins) counts.set(begin, (counts.get(begin) ?? 0) + 1);
  return counts;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
