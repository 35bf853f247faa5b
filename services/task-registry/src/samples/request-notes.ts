import type { TaskDefinition } from '@taskhook/contracts';
import type { IntakeOutcome, LeadResult } from '@taskhook/leads';
import { connectionMissing } from '../connections/connection-missing.ts';

/** What there is to know of a request beside its first lead, in words. */
export function notesOf(definition: TaskDefinition, outcome: IntakeOutcome): string[] {
  return [...outcome.notes, ...outcomeNotes(definition, outcome)];
}

function outcomeNotes(definition: TaskDefinition, outcome: IntakeOutcome): string[] {
  if (outcome.type === 'leads') return leadNotes(definition, outcome.leads);
  if (outcome.type === 'ignored') return [`It is no lead and is ignored: ${outcome.ignored}`];
  const fetched = 'It carries the ids of leads alone; each lead is fetched from its provider.';
  return definition.source_connection === undefined
    ? [fetched, connectionMissing(outcome.provider)]
    : [fetched];
}

const testPolicies = {
  run: 'the task runs it like any other',
  preview: 'the task renders its steps and sends nothing',
  ignore: 'the task ignores it',
} as const;

function leadNotes(
  { test_leads = 'run', partial_leads = 'ignore' }: TaskDefinition,
  leads: readonly LeadResult[],
): string[] {
  const [first] = leads;
  const notes = leads.length > 1 ? [`It holds ${leads.length} leads; the first is shown.`] : [];
  if (first?.test === true) notes.push(`It is a test of its sender; ${testPolicies[test_leads]}.`);
  if (first?.partial === true)
    notes.push(
      `The form was left half-way; the task ${partial_leads === 'run' ? 'runs it all the same' : 'ignores it'}.`,
    );
  return notes;
}
