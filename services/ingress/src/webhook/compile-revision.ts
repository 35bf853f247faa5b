import { LRUCache } from 'lru-cache';
import type { Auth, RevisionRecord, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { compileAuth, compileIntake, type Authenticate, type Intake, type JsonValue } from '@taskhook/leads';
import { compileMapping, createTemplateEngine, type TemplateEngine } from '@taskhook/templating';
import type { Vault } from '@taskhook/vault';
import { openAuth } from '../sender/open-auth.ts';

/** What is made of a revision at its first request. */
export interface CompiledRevision {
  intake: Intake;
  /** With its secrets opened: it never leaves the process. */
  auth: Auth;
  authenticate: Authenticate;
}

const CACHED_REVISIONS = 5_000;

/** Compiles a revision once; it never changes, so it is kept. Throws `internal_error`. */
export function revisionCompiler(vault: Vault): (record: RevisionRecord) => CompiledRevision {
  const engine = createTemplateEngine();
  const cache = new LRUCache<string, CompiledRevision>({ max: CACHED_REVISIONS });
  return (record) => {
    const key = `${record.task_id}:${record.revision}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const auth = openAuth(vault, record.task_id, record.definition.auth);
    const intake = compile(engine, record.definition);
    const compiled = { intake, auth, authenticate: compileAuth(auth) };
    cache.set(key, compiled);
    return compiled;
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
