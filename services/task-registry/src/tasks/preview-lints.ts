import { setImmediate as nextTurn } from 'node:timers/promises';
import { Type, type Static } from 'typebox';
import { literals, type Lead, type RawRequest, type TaskDefinition } from '@taskhook/contracts';
import { withoutSecrets, type LeadMapping } from '@taskhook/leads';
import { lintCodes, lintSeverities, lintTask } from '@taskhook/templating';
import { rawIntakeRequest } from '../quarantine/intake-request.ts';
import type { Registry } from '../registry.ts';
import { explainRequest } from '../samples/explain-request.ts';
import { toLead } from '../runs/run-view.ts';
import { fromJsonText } from '../store/json-text.ts';
import type { RunDoc } from '../store/run-model.ts';
import type { Store } from '../store/store.ts';
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

/** What the templates are tried with. */
export interface PreviewSubject {
  sample: PreviewSample;
  shown: PreviewLead;
  /** The task that the definition is to be of, where it is there already. */
  taskId?: string | undefined;
}

/**
 * What is odd about the templates: tried with the lead of the preview and, where its task is known, with
 * what came to it last: the samples that it caught, and the leads of its runs.
 */
export async function previewLints(
  registry: Registry,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  { sample, shown, taskId }: PreviewSubject,
): Promise<TaskLint[]> {
  const others = await leadsBeside(registry, definition, mapping, { sample, taskId });
  const { body, request, sample_id, lead } = sample;
  const isMadeUp = [body, request, sample_id, lead].every((given) => given === undefined);
  // A made-up lead says nothing beside true ones.
  const tried = isMadeUp && others.length > 0 ? others : [shown, ...others];
  const scopes = tried.flatMap(({ source, lead: one }) =>
    one === null ? [] : [previewScope(definition, source, one)],
  );
  const lints = lintTask(registry.engine, definition, { scopes, isMadeUp: isMadeUp && others.length === 0 });
  return [...lints, ...(await approvedTemplateLints(registry, definition))];
}

/** How many samples, and how many runs, say enough. */
const MOST = 10;

async function leadsBeside(
  { store }: Registry,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  { sample: { sample_id }, taskId }: Pick<PreviewSubject, 'sample' | 'taskId'>,
): Promise<PreviewLead[]> {
  const known = taskId ?? (await taskOfSample(store, sample_id));
  if (known === undefined) return [];
  const docs = await store.samples.find({ task_id: known }).sort({ _id: -1 }).limit(MOST).lean();
  const leads: PreviewLead[] = [];
  for (const doc of docs.filter(({ _id }) => _id !== sample_id)) {
    const request = rawIntakeRequest(fromJsonText(doc.request) as RawRequest);
    leads.push(explainRequest(definition, mapping, withoutSecrets(request, definition.auth)));
    // A body may be large: others get their turn between two of them.
    await nextTurn();
  }
  return [...leads, ...(await leadsOfRuns(store, known))];
}

async function taskOfSample(store: Store, sampleId: string | undefined): Promise<string | undefined> {
  if (sampleId === undefined) return undefined;
  return (await store.samples.findById(sampleId, { task_id: 1 }).lean())?.task_id;
}

/** The fields that really come; an erased run has none. */
async function leadsOfRuns(store: Store, taskId: string): Promise<PreviewLead[]> {
  const runs = await store.runs
    .find({ task_id: taskId }, { source: 1, lead: 1 })
    .sort({ _id: -1 })
    .limit(MOST)
    .lean<Pick<RunDoc, 'source' | 'lead'>[]>();
  return runs.flatMap(({ source, lead }) => (lead === undefined ? [] : [{ source, lead: toLead(lead) }]));
}
