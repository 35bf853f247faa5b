import type { TaskDefinition } from '@taskhook/contracts';
import { collect } from '../collect.ts';
import type { TemplateEngine } from '../rendering.ts';
import { templateFields } from './template-fields.ts';
import { withoutLead, type VariableUse } from './variable-uses.ts';

/**
 * Names of `extra_fields` that the texts of a task's steps put out, and that nothing in it decides by or does without:
 * whoever tries the task with a lead that has none can be shown where each would stand.
 */
export function spokenFields(engine: TemplateEngine, definition: TaskDefinition): string[] {
  const spoken = new Set<string>();
  const decided = new Set<string>();
  const note = (names: Set<string>, uses: readonly VariableUse[]): void => {
    for (const { path } of uses) {
      const name = extraField(path);
      if (name !== undefined) names.add(name);
    }
  };
  const conditions = [definition.lead.filter, ...definition.steps.map(({ when }) => when)];
  for (const source of conditions) {
    if (source !== undefined) note(decided, collect([], '', () => engine.inspectCondition(source)) ?? []);
  }
  for (const { source } of definition.steps.flatMap(templateFields)) {
    const template = collect([], '', () => engine.inspectTemplate(source));
    if (template === undefined) continue;
    const shown = new Set(template.outputs.flatMap(({ uses }) => uses));
    note(
      spoken,
      [...shown].filter(({ isNeeded }) => isNeeded),
    );
    note(
      decided,
      template.variables.filter((use) => !shown.has(use)),
    );
  }
  return [...spoken].filter((name) => !decided.has(name));
}

/** The field's name, where the variable is a field itself and not a part of one. */
function extraField(path: VariableUse['path']): string | undefined {
  const own = withoutLead(path);
  const [root, name] = own;
  return root === 'extra_fields' && own.length === 2 && typeof name === 'string' ? name : undefined;
}
