import { Output, TypeGuards, Value, type Template, type Token } from 'liquidjs';

/** A variable that a template reads from its scope. */
export interface VariableUse {
  /** As far as it is fixed: `a[b].c` gives `a`, and `b` apart. */
  path: (string | number)[];
  /** Where it stands in the source. */
  begin: number;
  /** Whether the template has nothing to say where the variable is missing. */
  isNeeded: boolean;
}

/** The path as it is without `lead` before it, which may be left out. */
export function withoutLead(path: VariableUse['path']): VariableUse['path'] {
  return path[0] === 'lead' ? path.slice(1) : path;
}

/** An output, `{{ … }}`, at any depth. */
export interface OutputUse {
  begin: number;
  end: number;
  /** Names of its filters, in order. */
  filters: string[];
  /** First names of what it reads, those that the template made itself among them. */
  roots: (string | number)[];
  /** What it reads of the scope. */
  uses: VariableUse[];
}

export interface Uses {
  variables: VariableUse[];
  outputs: OutputUse[];
}

/** Every variable that the templates need from outside, and every output, in the order of the source. */
export function usesOf(templates: Template[]): Uses {
  const uses: Uses = { variables: [], outputs: [] };
  visit(templates, [new Set()], uses);
  return uses;
}

/** The variables of an expression. Nothing is needed: a condition may ask for what is not there. */
export function usesOfValue(value: Value): VariableUse[] {
  return accessesOf(value).map((access) => ({ ...access, isNeeded: false }));
}

/** Names that templates make: those of the whole template first, then those of the blocks around. */
type Locals = [Set<string>, ...Set<string>[]];

function visit(templates: Template[], locals: Locals, uses: Uses): void {
  for (const template of templates) {
    const accesses = [...(template.arguments?.() ?? [])].flatMap(accessesOf);
    const outer = accesses.filter(({ path: [root] }) => root !== undefined && !isLocal(locals, root));
    const variables = outer.map((access) => ({ ...access, isNeeded: isNeededBy(template) }));
    for (const variable of variables) uses.variables.push(variable);
    uses.outputs.push(...outputUses(template, accesses, variables));
    for (const { content } of template.localScope?.() ?? []) locals[0].add(content);
    visit(childrenOf(template), insideOf(template, locals), uses);
  }
}

/** Tags ask for variables, or loop over none. */
function isNeededBy(template: Template): boolean {
  return template instanceof Output && template.value.filters[0]?.name !== 'default';
}

function isLocal(locals: Locals, root: string | number): boolean {
  return locals.some((names) => names.has(String(root)));
}

function outputUses(template: Template, accesses: Access[], uses: VariableUse[]): OutputUse[] {
  if (!(template instanceof Output)) return [];
  const { begin, end } = template.token;
  const filters = template.value.filters.map(({ name }) => name);
  return [{ begin, end, filters, roots: accesses.flatMap(({ path }) => path.slice(0, 1)), uses }];
}

/** Tags that load other templates do not exist here, so the list comes at once. */
function childrenOf(template: Template): Template[] {
  const children = template.children?.(false, true).next().value;
  return Array.isArray(children) ? (children as Template[]) : [];
}

function insideOf(template: Template, locals: Locals): Locals {
  const own = template.blockScope?.();
  return own === undefined ? locals : [...locals, new Set(own)];
}

type Access = Pick<VariableUse, 'path' | 'begin'>;

/** Brackets in brackets are looked at no deeper. */
const MAX_DEPTH = 20;

function accessesOf(argument: Value | Token, depth = 0): Access[] {
  if (depth > MAX_DEPTH) return [];
  if (argument instanceof Value || TypeGuards.isFilteredValueToken(argument)) {
    const args = argument.filters.flatMap(({ args: given }) => given).map(tokenOfArgument);
    return within([...argument.initial.postfix, ...args], depth);
  }
  if (TypeGuards.isRangeToken(argument)) return within([argument.lhs, argument.rhs], depth);
  if (!TypeGuards.isPropertyAccessToken(argument)) return [];
  const { variable, props, begin } = argument;
  const inner = within([variable, ...props], depth);
  return variable === undefined ? [{ path: fixedPath(props), begin }, ...inner] : inner;
}

function within(tokens: (Token | undefined)[], depth: number): Access[] {
  return tokens.flatMap((token) => (token === undefined ? [] : accessesOf(token, depth + 1)));
}

function tokenOfArgument(argument: Token | [string?, Token?]): Token | undefined {
  return Array.isArray(argument) ? argument[1] : argument;
}

function fixedPath(props: Token[]): (string | number)[] {
  const keys = props.map((prop) => ('content' in prop ? prop.content : undefined));
  const end = keys.findIndex((key) => typeof key !== 'string' && typeof key !== 'number');
  return (end === -1 ? keys : keys.slice(0, end)) as (string | number)[];
}
