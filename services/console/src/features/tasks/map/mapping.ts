import type { Task } from '../../../api/types.ts';

export type LeadRules = Task['lead'];
type Mapping = NonNullable<LeadRules['mapping']>;

export const leadFields = ['full_name', 'phone', 'email'] as const;
export type LeadField = (typeof leadFields)[number];

/** A place in the lead that a value can go to. */
export type Target = { field: LeadField } | { extra: string };

/** Text in a template, a value in an expression. */
const isTemplate = (source: string) => source.includes('{{') || source.includes('{%');

export function expressionOf(rules: LeadRules, target: Target): string | undefined {
  return 'field' in target ? rules.mapping?.[target.field] : rules.mapping?.extra_fields?.[target.extra];
}

/** With the expression in that place; without one there, fields are found by themselves again. */
export function withExpression(rules: LeadRules, target: Target, expression: string | undefined): LeadRules {
  const { mapping: before = {}, ...rest } = rules;
  const mapping =
    'field' in target
      ? withField(before, target.field, expression)
      : withExtra(before, target.extra, expression);
  return Object.keys(mapping).length === 0 ? rest : { ...rest, mapping };
}

/** A field of the sample goes to a place. A second one for the name stands behind the first. */
export function withPath(rules: LeadRules, target: Target, path: string): LeadRules {
  const before = expressionOf(rules, target);
  const isName = 'field' in target && target.field === 'full_name';
  const joined =
    isName && before !== undefined && before !== '' ? `${asTemplate(before)} {{ ${path} }}` : path;
  return withExpression(rules, target, joined);
}

/** The name under which a field of the sample is kept: its last part. */
export function nameOfPath(path: string): string {
  return [...pathParts(path)].findLast((part) => !/^\d+$/.test(part)) ?? path;
}

/** `a.b[0]["c d"]` as `a`, `b`, `0`, `c d`. */
export function pathParts(path: string): string[] {
  const parts = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\['([^']*)'\]|\[(\d+)\]|([^.[\]]+)/g);
  return [...parts].map(([, double, single, index, plain]) =>
    double === undefined ? (single ?? index ?? plain ?? '') : (JSON.parse(`"${double}"`) as string),
  );
}

const asTemplate = (source: string) => (isTemplate(source) ? source : `{{ ${source} }}`);

function withField(mapping: Mapping, field: LeadField, expression: string | undefined): Mapping {
  const { [field]: _, ...rest } = mapping;
  return expression === undefined ? rest : { ...mapping, [field]: expression };
}

function withExtra(mapping: Mapping, name: string, expression: string | undefined): Mapping {
  const { extra_fields: before = {}, ...rest } = mapping;
  const { [name]: _, ...others } = before;
  const extra_fields = expression === undefined ? others : { ...before, [name]: expression };
  return Object.keys(extra_fields).length === 0 ? rest : { ...rest, extra_fields };
}
