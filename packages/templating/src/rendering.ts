import type { Budget } from './budget.ts';
import type { Uses, VariableUse } from './lint/variable-uses.ts';

/** What templates can see: plain data, never functions or class instances. */
export type Scope = Readonly<Record<string, unknown>>;

/**
 * A compiled template. Several renderings can share one time budget; without one, each has its own.
 * Throws `template_failed` or `template_limit`, whose messages never hold values of the scope.
 */
export type Rendering<T> = (scope: Scope, budget?: Budget) => T;

export interface TemplateLimits {
  /** Longest source, in UTF-16 units. */
  templateLength: number;
  /** Longest text that one template may give, in UTF-16 units. */
  renderedLength: number;
  /** Milliseconds that the renderings of one budget may take together. */
  renderMs: number;
  /** Characters and items that one rendering may allocate. */
  renderMemory: number;
}

/** A template with what it reads. */
export interface InspectedTemplate extends Uses {
  source: string;
  /** The text, and where the outputs begin that gave nothing; those inside of blocks are not watched. */
  render(scope: Scope, budget: Budget): { text: string; empty: number[] };
}

/** How texts are rendered. */
export interface RenderSettings extends TemplateLimits {
  /** Whether a variable without a value fails the rendering. */
  strict: boolean;
}

/**
 * Liquid with limits: nothing in it can reach a file, the process or a prototype. Missing variables
 * render empty; unknown filters and tags do not parse. What does not parse throws `invalid_task`
 * with one error: field `''`, message, line and column.
 */
export interface TemplateEngine {
  /** Text with `{{ }}` and `{% %}`. A text without them stands as it is. */
  template(source: string): Rendering<string>;
  /** The same, with every value escaped for HTML where `raw` is not its last filter. */
  html(source: string): Rendering<string>;
  /** A source with `{{` or `{%` renders to text, any other is an expression with its own type. */
  value(source: string): Rendering<unknown>;
  /**
   * Like `value`, for a yes or no. A text that is empty or `false` once trimmed is a no; so are the
   * values nil and false of an expression. Everything else is a yes, 0 and `''` included.
   */
  condition(source: string): Rendering<boolean>;
  /**
   * The same engine, but its templates and values throw `template_failed` for a variable that is not
   * there or null. In conditions, and before `default`, it may be missing still.
   */
  strict(): TemplateEngine;
  /** What a template does, for lints. */
  inspectTemplate(source: string): InspectedTemplate;
  /** The variables of a condition. */
  inspectCondition(source: string): VariableUse[];
  /** A time budget for renderings that belong together. */
  budget(): Budget;
}
