import type { Mapping } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { compileField, refuse } from './collect.ts';
import type { Budget } from './budget.ts';
import type { Rendering, Scope, TemplateEngine } from './rendering.ts';
import { bodyScope } from './scope.ts';

export interface MappedLead {
  full_name?: unknown;
  phone?: unknown;
  email?: unknown;
  extra_fields?: Record<string, unknown>;
}

/** Decoded body in, the fields that the mapping names out; throws `template_failed` or `template_limit`. */
export type CompiledMapping = (body: unknown) => MappedLead;

/** Throws `invalid_task` with every field that does not parse. */
export function compileMapping(engine: TemplateEngine, mapping: Mapping): CompiledMapping {
  const errors: FieldError[] = [];
  const { extra_fields: sources, ...own } = mapping;
  const fields = compileEntries(engine, errors, own);
  const extra = sources && compileEntries(engine, errors, sources, 'extra_fields.');
  refuse(errors);
  return (body) => {
    const scope = bodyScope(body);
    const budget = engine.budget();
    const lead: MappedLead = valuesOf(fields, scope, budget);
    if (extra) lead.extra_fields = valuesOf(extra, scope, budget);
    return lead;
  };
}

type Entry = [name: string, value: Rendering<unknown>];

function compileEntries(
  engine: TemplateEngine,
  errors: FieldError[],
  sources: Record<string, string | undefined>,
  prefix = '',
): Entry[] {
  return Object.entries(sources).flatMap(([name, source]) =>
    source === undefined ? [] : [[name, compileField(errors, prefix + name, () => engine.value(source))]],
  );
}

/** A value that is not there leaves its field out. */
function valuesOf(entries: Entry[], scope: Scope, budget: Budget): Record<string, unknown> {
  const values = entries.map(([name, value]) => [name, value(scope, budget)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
