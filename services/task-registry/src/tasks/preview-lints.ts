import { setImmediate as nextTurn } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import { literals, type Lead, type RawRequest, type TaskDefinition } from '@taskhook/contracts';
import { withoutSecrets, type LeadMapping } from '@taskhook/leads';
import { lintCodes, lintSeverities, lintTask } from '@taskhook/templating';
import { rawIntakeRequest } from '../quarantine/intake-request.ts';
import type { Registry } from '../registry.ts';
import { explainRequest } from '../samples/explain-request.ts';
import { fromJsonText } from '../store/json-text.ts';
import { approvedTemplateLints } from './approved-template-lints.ts';
import type { PreviewSample } from './preview-sample.ts';
import { previewScope } from './preview-scope.ts';

/** Something about a template that its author may want to know; nothing of it stops a task. */
export const TaskLint = Type.Object({
  step: Type.Union([Type.String(), Type.Null()], {
    description: "Id of the step; null for the task's filter",
  }),
  field: Type.String({ description: 'Where it is, inside the step' }),
  code: literals(lintCodes),
  severity: literals(lintSeverities),
  message: Type.String(),
  line: Type.Optional(Type.Integer({ minimum: 1 })),
  column: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type TaskLint = Static<typeof TaskLint>;

/** A lead that the templates are tried with, and its sender. */
interface PreviewLead {
  source: string;
  lead: Lead | null;
}

/**
 * What is odd about the templates: tried with the lead of the preview and, where that is of a caught
 * sample, with those caught beside it.
 */
export async function previewLints(
  registry: Registry,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  sample: PreviewSample,
  shown: PreviewLead,
): Promise<TaskLint[]> {
  const others = await leadsBeside(registry, definition, mapping, sample);
  const scopes = [shown, ...others].flatMap(({ source, lead }) =>
    lead === null ? [] : [previewScope(definition, source, lead)],
  );
  const { body, request, sample_id, lead } = sample;
  const isMadeUp = [body, request, sample_id, lead].every((given) => given === undefined);
  const lints = lintTask(registry.engine, definition, { scopes, isMadeUp });
  return [...lints, ...(await approvedTemplateLints(registry, definition))];
}

/** How many samples say enough. */
const MOST = 10;

async function leadsBeside(
  { store }: Registry,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  { sample_id }: PreviewSample,
): Promise<PreviewLead[]> {
  if (sample_id === undefined) return [];
  const own = await store.samples.findById(sample_id, { task_id: 1 }).lean();
  if (own === null) return [];
  const docs = await store.samples.find({ task_id: own.task_id }).sort({ _id: -1 }).limit(MOST).lean();
  const leads: PreviewLead[] = [];
  for (const doc of docs.filter(({ _id }) => _id !== sample_id)) {
    const request = rawIntakeRequest(fromJsonText(doc.request) as RawRequest);
    leads.push(explainRequest(definition, mapping, withoutSecrets(request, definition.auth)));
    // A body may be large: others get their turn between two of them.
    await nextTurn();
  }
  return leads;
}
