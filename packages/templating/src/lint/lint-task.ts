import type { Step, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Budget } from '../budget.ts';
import { collect } from '../collect.ts';
import type { Scope, TemplateEngine } from '../rendering.ts';
import { emptyRenders } from './empty-renders.ts';
import type { Finding, Lint } from './lint.ts';
import { providerRules } from './provider-rules.ts';
import { renderField } from './render-field.ts';
import type { LintSamples } from './samples.ts';
import { segments } from './segments.ts';
import { templateFields, type TemplateField } from './template-fields.ts';
import { unencodedUrls } from './unencoded-urls.ts';
import { unknownVariables } from './unknown-variables.ts';

const MAX_LINTS = 200;

/**
 * What an author may want to know of the templates of a task, tried with samples. All renderings share
 * one time budget; where it is over, what is left is told as `failed_render`.
 */
export function lintTask(engine: TemplateEngine, definition: TaskDefinition, samples: LintSamples): Lint[] {
  const tools = { engine: definition.strict_templates === true ? engine.strict() : engine, samples };
  const budget = engine.budget();
  const lints: Lint[] = [];
  const add = (step: string | null, field: string, findings: Finding[]) => {
    lints.push(...findings.map((finding) => ({ step, field, ...finding })));
  };
  add(null, 'lead.filter', lintCondition(tools, definition.lead.filter));
  for (const step of definition.steps) {
    if (lints.length >= MAX_LINTS) break;
    add(step.id, 'when', lintCondition(tools, step.when));
    const scopes = goingScopes(tools, step, budget);
    for (const field of templateFields(step))
      add(step.id, field.field, lintField(tools, step.channel, field, scopes, budget));
  }
  return lints.slice(0, MAX_LINTS);
}

interface Tools {
  engine: TemplateEngine;
  samples: LintSamples;
}

function lintCondition({ engine, samples }: Tools, source: string | undefined): Finding[] {
  if (source === undefined) return [];
  const uses = collect([], '', () => engine.inspectCondition(source)) ?? [];
  return unknownVariables(source, uses, samples);
}

/** Those for which the step would go: any other says nothing of its texts. What comes of earlier steps may vary. */
function goingScopes({ engine, samples }: Tools, { when }: Step, budget: Budget): Scope[] {
  if (when === undefined || asksForSteps(engine, when)) return samples.scopes;
  const condition = collect([], '', () => engine.condition(when));
  return samples.scopes.filter((scope) => {
    try {
      return condition?.(scope, budget) === true;
    } catch (error) {
      if (!(error instanceof TaskhookError)) throw error;
      return false;
    }
  });
}

function asksForSteps(engine: TemplateEngine, when: string): boolean {
  const uses = collect([], '', () => engine.inspectCondition(when)) ?? [];
  return uses.some(({ path }) => path[0] === 'steps');
}

function lintField(
  { engine, samples }: Tools,
  channel: string,
  { field, source }: TemplateField,
  scopes: Scope[],
  budget: Budget,
): Finding[] {
  const template = collect([], '', () => engine.inspectTemplate(source));
  if (template === undefined) return [];
  const rendered = renderField(template, scopes, budget);
  const texts = rendered.texts.map(({ text }) => text);
  return [
    ...unknownVariables(source, template.variables, samples),
    ...(samples.isMadeUp ? [] : rendered.failures),
    ...emptyRenders(template, rendered, samples, isOptional(field)),
    ...(channel === 'sms' && field === 'message.text' ? segments(texts) : []),
    ...providerRules(channel, field, texts),
    ...(isAddress(field) ? unencodedUrls(template) : []),
  ];
}

/** Empty values are common in what programs read, and seldom wanted in what people do. */
function isOptional(field: string): boolean {
  return field.startsWith('request.headers.') || field.startsWith('request.body');
}

function isAddress(field: string): boolean {
  return /(?:^|[._])(?:url|link)$/.test(field) && !field.startsWith('request.body');
}
