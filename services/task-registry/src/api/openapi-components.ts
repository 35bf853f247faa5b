import type { TSchema } from 'typebox';
import {
  Attempt,
  Auth,
  BasicAuth,
  BodyAuth,
  Connection,
  ConnectionInput,
  ConnectionPatch,
  ConnectionTest,
  EmailStep,
  Erasure,
  FieldErrorSchema,
  FieldReason,
  HeaderAuth,
  HmacAuth,
  HttpStep,
  HubSpotConnectionInput,
  Lead,
  LeadRules,
  LinkedInConnectionInput,
  Mapping,
  MetaConnectionInput,
  NoAuth,
  PreviewStep,
  Problem,
  QuarantineEntry,
  QueryAuth,
  RawRequest,
  Reason,
  Retry,
  Run,
  RunStep,
  Sample,
  SignatureRecipe,
  SmsHttpConnectionInput,
  SmsStep,
  SmtpConnectionInput,
  Step,
  Task,
  TaskDefinition,
  TaskInput,
  TaskPatch,
  TwilioConnectionInput,
  WhatsAppConnectionInput,
  WhatsAppStep,
  WhatsAppTemplate,
  ZohoConnectionInput,
} from '@taskhook/contracts';
import { Notice } from '../operations/notices.ts';
import { Operations } from '../operations/operations-view.ts';
import { QuarantineSummary } from '../quarantine/quarantine-view.ts';
import { ReplayReport } from '../quarantine/replay-entries.ts';
import { ReplayedEntry } from '../quarantine/replay-entry.ts';
import { LedgerView } from '../figures/ledger-view.ts';
import { TaskStats } from '../figures/task-stats.ts';
import { LiveEvents } from '../live/live-events.ts';
import { RunSummary } from '../runs/run-summary.ts';
import { SampleList } from '../samples/list-samples.ts';
import { SessionView } from '../sessions/session-view.ts';
import { TaskPreview } from '../tasks/preview-task.ts';
import { TaskRevision } from '../tasks/revision-view.ts';
import { GivenLead } from './given-lead.ts';
import { StartedRun } from './started-run.ts';

/** The schemas that have a name in the reference. */
const named: Readonly<Record<string, TSchema>> = {
  Session: SessionView,
  Task,
  TaskInput,
  TaskPatch,
  TaskDefinition,
  TaskRevision,
  TaskStats,
  TaskPreview,
  LeadRules,
  Mapping,
  Step,
  PreviewStep,
  HttpStep,
  EmailStep,
  SmsStep,
  WhatsAppStep,
  WhatsAppTemplate,
  Retry,
  Auth,
  NoAuth,
  HeaderAuth,
  BasicAuth,
  QueryAuth,
  BodyAuth,
  HmacAuth,
  SignatureRecipe,
  Sample,
  SampleList,
  FieldReason,
  Connection,
  ConnectionInput,
  MetaConnectionInput,
  LinkedInConnectionInput,
  HubSpotConnectionInput,
  ZohoConnectionInput,
  SmtpConnectionInput,
  TwilioConnectionInput,
  SmsHttpConnectionInput,
  WhatsAppConnectionInput,
  ConnectionPatch,
  ConnectionTest,
  Lead,
  GivenLead,
  Run,
  RunSummary,
  LiveEvents,
  Ledger: LedgerView,
  Operations,
  Notice,
  RunStep,
  Attempt,
  Reason,
  StartedRun,
  QuarantineEntry,
  QuarantineSummary,
  ReplayedEntry,
  ReplayReport,
  Erasure,
  RawRequest,
  FieldError: FieldErrorSchema,
  Problem,
};

const nameOf = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(schema), name]));

/** The named schemas, in which each names the others. */
export function componentSchemas(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, withinNames(schema)]));
}

/** A schema as plain JSON in which every part that has a name is referred to by it. */
export function schemaOf(schema: TSchema): unknown {
  return refer(JSON.parse(JSON.stringify(schema)));
}

function withinNames(schema: TSchema): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(schema));
  return withVariants(plain, mapMembers(plain, refer));
}

interface Tagged {
  discriminator: { propertyName: string };
  oneOf: { properties: Record<string, { const: string }> }[];
}

/** A choice by a tag says which of its words stands for which of its schemas. */
function withVariants(plain: unknown, referred: unknown): unknown {
  if (typeof plain !== 'object' || plain === null || !('discriminator' in plain)) return referred;
  const { discriminator, oneOf } = plain as Tagged;
  const mapping = oneOf.map((variant) => [
    variant.properties[discriminator.propertyName]?.const,
    `#/components/schemas/${nameOf.get(JSON.stringify(variant))}`,
  ]);
  return {
    ...(referred as object),
    discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) },
  };
}

function refer(value: unknown): unknown {
  const name = typeof value === 'object' ? nameOf.get(JSON.stringify(value)) : undefined;
  return name === undefined ? mapMembers(value, refer) : { $ref: `#/components/schemas/${name}` };
}

function mapMembers(value: unknown, map: (member: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((member) => map(member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member)]));
}
