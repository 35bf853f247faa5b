import { LRUCache } from 'lru-cache';
import type { RevisionRecord, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileIntake, type Intake, type JsonValue } from '@taskhook/leads';
import { compileMapping, createTemplateEngine, type TemplateEngine } from '@taskhook/templating';

const CACHED_INTAKES = 5_000;

/** Compiles the intake of a revision at its first lead; a revision never changes, so it is kept. */
export function intakeCache(): (record: RevisionRecord) => Intake {
  const engine = createTemplateEngine();
  const cache = new LRUCache<string, Intake>({ max: CACHED_INTAKES });
  return (record) => {
    const key = `${record.task_id}:${record.revision}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const intake = compile(engine, record.definition);
    cache.set(key, intake);
    return intake;
  };
}

/** Only the mapping is compiled: a step that does not parse must not keep its task's leads out. */
function compile(engine: TemplateEngine, { lead, source }: TaskDefinition): Intake {
  if (lead.mapping === undefined) return compileIntake(lead, source);
  try {
    const mapping = compileMapping(engine, lead.mapping);
    return compileIntake(lead, source, (body: JsonValue) => mapping(body));
  } catch (cause) {
    // The mapping was checked when the task was saved; the sender has done nothing wrong.
    throw new TaskhookError('internal_error', "The task's mapping does not parse.", { cause });
  }
}
