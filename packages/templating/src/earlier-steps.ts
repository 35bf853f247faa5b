import type { Outcome, ReceiptState, Step, TaskDefinition } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { collect } from './collect.ts';
import { placesIn } from './lint/place.ts';
import { templateFields } from './lint/template-fields.ts';
import type { VariableUse } from './lint/variable-uses.ts';
import type { TemplateEngine } from './rendering.ts';

/** What a step sees of one before it, as `steps.<id>`. */
export interface EarlierStep {
  status: 'succeeded' | 'failed' | 'skipped';
  /** Of its last attempt; null where there was none. */
  outcome: Outcome | null;
  /** How far its message came; null where its provider has not told. */
  receipt: ReceiptState | null;
  /** Whether it has arrived, as far as its channel can tell. */
  delivered: boolean;
}

const members = ['status', 'outcome', 'receipt', 'delivered'] as const satisfies (keyof EarlierStep)[];

/** Whether a step looks at what the providers of earlier messages have told. */
export function readsReceipts(engine: TemplateEngine, step: Step): boolean {
  const uses = usesOfSteps(engine, step).flatMap(({ uses: found }) => found);
  return uses.some(({ path: [, , member = 'receipt'] }) => member === 'receipt' || member === 'delivered');
}

/** Steps that are not there, or not there yet, in conditions and templates of a task. */
export function stepUseErrors(engine: TemplateEngine, { steps }: TaskDefinition): FieldError[] {
  return steps.flatMap((step, index) => {
    const before = new Set(steps.slice(0, index).map(({ id }) => id));
    return usesOfSteps(engine, step).flatMap(({ field, source, uses }) => {
      const placeOf = placesIn(source);
      return uses.flatMap(({ path, begin }) => {
        const message = problemOf(path, before);
        return message === undefined
          ? []
          : [{ field: `steps.${index}.${field}`, message, ...placeOf(begin) }];
      });
    });
  });
}

function problemOf([, id, member]: VariableUse['path'], before: ReadonlySet<string>): string | undefined {
  if (id === undefined) return undefined;
  if (!before.has(String(id))) return `uses steps.${id}, which is not the id of an earlier step`;
  if (member === undefined || members.some((known) => known === member)) return undefined;
  return `uses steps.${id}.${member}; a step has ${members.join(', ')}`;
}

interface StepUses {
  field: string;
  source: string;
  uses: VariableUse[];
}

/** What does not parse is told elsewhere. */
function usesOfSteps(engine: TemplateEngine, step: Step): StepUses[] {
  const { when } = step;
  const condition =
    when === undefined ? [] : [{ field: 'when', source: when, inspect: () => engine.inspectCondition(when) }];
  const texts = templateFields(step).map(({ field, source }) => ({
    field,
    source,
    inspect: () => engine.inspectTemplate(source).variables,
  }));
  return [...condition, ...texts]
    .filter(({ source }) => source.includes('steps'))
    .map(({ field, source, inspect }) => {
      const uses = collect([], '', inspect) ?? [];
      return { field, source, uses: uses.filter(({ path }) => path[0] === 'steps') };
    });
}
