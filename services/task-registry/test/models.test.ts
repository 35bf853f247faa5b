import { describe, expect, it } from 'vitest';
import { Connection, QuarantineEntry, Run, RunStep, Sample, Task, TaskDefinition } from '@taskhook/contracts';
import { connectionSchema } from '../src/store/connection-model.ts';
import { quarantineSchema } from '../src/store/quarantine-model.ts';
import { revisionSchema } from '../src/store/revision-model.ts';
import { runSchema } from '../src/store/run-model.ts';
import { sampleSchema } from '../src/store/sample-model.ts';
import { taskSchema } from '../src/store/task-model.ts';
import { foldRun } from '../src/recorder/run-update.ts';
import { life } from './events.ts';

const pathsOf = (schema: { paths: object }) =>
  [...new Set(Object.keys(schema.paths).map((path) => path.split('.')[0] ?? ''))].toSorted();

/** What the contract shows, under the names that the database has, and what only the database has. */
function storedAs(shown: object, renamed: Record<string, string[]>, internal: string[]): string[] {
  const names = Object.keys(shown).flatMap((name) => renamed[name] ?? [name]);
  return [...new Set([...names, ...internal])].toSorted();
}

describe('what is stored and what is shown are the same members', () => {
  it('of a task: the definition is kept as one text', () => {
    const inDefinition = Object.fromEntries(
      Object.keys(TaskDefinition.properties).map((name) => [
        name,
        name === 'name' ? [name, 'definition'] : ['definition'],
      ]),
    );
    const renamed = { ...inDefinition, id: ['_id'], webhook: ['webhooks'] };
    expect(pathsOf(taskSchema)).toEqual(
      storedAs(Task.properties, renamed, ['connections', 'deleted', 'listens_until', 'version']),
    );
  });

  it('of a revision', () => {
    expect(pathsOf(revisionSchema)).toEqual(['_id', 'created_at', 'definition', 'revision', 'task_id']);
  });

  it('of a run', () => {
    expect(pathsOf(runSchema)).toEqual(
      storedAs(Run.properties, { id: ['_id'] }, ['fetch', 'order', 'origin_order', 'version']),
    );
  });

  it('of the lead of a run', () => {
    const lead = runSchema.path('lead') as unknown as { schema: { paths: object } };
    expect(pathsOf(lead.schema)).toEqual(['email', 'extra_fields', 'full_name', 'phone']);
  });

  it('of a step of a run, which the database keeps without a schema', () => {
    const { values, guarded } = foldRun('run_x', life('run_x', 'task_x'));
    const written = [values, ...guarded.flatMap((guard) => [guard.values, { [guard.path]: 0 }])].flatMap(
      (part) => Object.keys(part).filter((path) => path.startsWith('steps.0.')),
    );
    const members = new Set(written.map((path) => path.split('.')[2]));
    expect(new Set(members)).toEqual(new Set(storedAs(RunStep.properties, {}, ['order', 'rendered_order'])));
  });

  it('of a quarantined request', () => {
    expect(pathsOf(quarantineSchema)).toEqual(storedAs(QuarantineEntry.properties, { id: ['_id'] }, []));
  });
});

describe('what is stored and what is shown differ where they have to', () => {
  it('of a connection: what is no secret is kept as one text, and the secrets are not shown', () => {
    const { id: _id, name, provider, created_at, updated_at } = Connection.properties;
    const own = { _id, name, provider, created_at, updated_at };
    expect(pathsOf(connectionSchema)).toEqual(storedAs(own, {}, ['secrets', 'settings', 'version']));
  });

  it('of a sample: what it would become is worked out, not stored', () => {
    expect(pathsOf(sampleSchema)).toEqual(['_id', 'received_at', 'request', 'task_id']);
    expect(Object.keys(Sample.properties)).toEqual(
      expect.arrayContaining(['received_at', 'request', 'task_id']),
    );
  });
});

describe('the words for a state are the same', () => {
  it.each([
    ['run', runSchema.path('status'), Run.properties.status],
    ['quarantined request', quarantineSchema.path('status'), QuarantineEntry.properties.status],
  ])('of a %s', (_what, path, status) => {
    const { enumValues } = path as unknown as { enumValues: string[] };
    expect(enumValues).toEqual((status as unknown as { enum: string[] }).enum);
  });

  it('of a task, where deleted is one that is never shown', () => {
    const { enumValues } = taskSchema.path('status') as unknown as { enumValues: string[] };
    const shown = (Task.properties.status as unknown as { enum: string[] }).enum;
    expect(enumValues).toEqual([...shown, 'deleted']);
  });
});
