import { Type, type Static } from 'typebox';
import { ConsentRules, RequireConsent } from './consent.ts';
import { Duration } from './duration.ts';
import { Auth } from './auth.ts';
import { idPatterns } from './ids.ts';
import { leadFields } from './lead.ts';
import { limits } from './limits.ts';
import { literals } from './literals.ts';
import { TaskLimits } from './rate.ts';
import { Source } from './source.ts';
import { Step } from './step.ts';
import { Window } from './timing.ts';

const Expression = Type.String({ minLength: 1, maxLength: limits.templateLength });

/** The names that reach for an object's prototype are refused in bodies, so no mapping may make them. */
const FieldName = Type.String({ pattern: '^(?!(?:__proto__|constructor|prototype)$)[\\s\\S]{1,200}$' });

export const Mapping = Type.Object(
  {
    full_name: Type.Optional(Expression),
    phone: Type.Optional(Expression),
    email: Type.Optional(Expression),
    extra_fields: Type.Optional(Type.Record(FieldName, Expression, { additionalProperties: false })),
  },
  {
    additionalProperties: false,
    description:
      'Liquid over the request body: text where it has {{ or {%, else an expression with its own type',
  },
);
export type Mapping = Static<typeof Mapping>;

/** A field of the lead that may have a default: nobody is written to at an address of somebody else. */
const DefaultedField =
  '^(?:full_name|extra_fields\\.(?!(?:__proto__|constructor|prototype)$)[\\s\\S]{1,200})$';

export const LeadRules = Type.Object(
  {
    default_country: Type.String({
      pattern: '^[A-Z]{2}$',
      description: 'ISO 3166-1, for national phone numbers',
    }),
    required: Type.Array(literals(leadFields), { uniqueItems: true }),
    mapping: Type.Optional(Mapping),
    dedupe: Type.Optional(
      Type.Object(
        {
          by: Type.Array(literals(['phone', 'email'] as const), { minItems: 1, uniqueItems: true }),
          window: Duration,
        },
        {
          additionalProperties: false,
          description: 'A lead that shares one of these within the window is a duplicate',
        },
      ),
    ),
    filter: Type.Optional(Expression),
    defaults: Type.Optional(
      Type.Record(Type.String({ pattern: DefaultedField }), Type.String({ maxLength: 1_000 }), {
        additionalProperties: false,
        maxProperties: 100,
        description:
          'Texts for the steps in place of what a lead lacks, such as { "extra_fields.citta": "Italia" }',
      }),
    ),
  },
  { additionalProperties: false },
);
export type LeadRules = Static<typeof LeadRules>;

export const TestLeads = literals(['run', 'preview', 'ignore'] as const, {
  description:
    "What becomes of a sender's test lead: a run like any other, one that only renders, or nothing",
});

/** What a plain HTML form may ask of a task. */
export const FormRules = Type.Object(
  {
    redirect_hosts: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9.-]{1,253}(:\\d{1,5})?$' }), {
        maxItems: 20,
        description: 'Hosts to which a form may send its visitor afterwards, by a field such as _next',
      }),
    ),
    accept_get: Type.Optional(Type.Boolean({ description: 'Whether a GET with a query may bring a lead' })),
  },
  { additionalProperties: false },
);

export const PartialLeads = literals(['ignore', 'run'] as const, {
  description: 'What becomes of a form that was left half-way',
});

export const SourceConnection = Type.String({
  pattern: idPatterns.connection,
  description: 'The connection with which the leads of notifications are fetched',
});

export const OnInvalid = literals(['reject', 'quarantine'] as const, {
  description:
    'What a sender is told of a request without a valid lead: 4xx, or 200. It is in quarantine either way',
});

export const StrictTemplates = Type.Boolean({
  description: 'Whether a step fails where its templates use a variable that the lead does not have',
});

/** How many requests a task's webhook takes. */
export const IntakeLimit = Type.Object(
  {
    requests: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    per: Type.String({
      pattern: '^[1-9]\\d{0,4}[smh]$',
      description: 'The window: a whole number and s, m or h',
      examples: ['1s'],
    }),
  },
  {
    additionalProperties: false,
    description: 'Most requests that the webhook takes within a window; further ones hear 429',
  },
);
export type IntakeLimit = Static<typeof IntakeLimit>;

export const StopOnReply = Type.Boolean({
  description:
    "Whether an answer of the person ends the task's open runs of that person; so it does unless false",
});

export const RetentionDays = Type.Integer({
  minimum: 1,
  maximum: 3_650,
  description:
    'For how many days runs are kept after their end; requests in quarantine and samples no longer than that',
});

/** What a revision of a task consists of, defaults filled in. */
export const TaskDefinition = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    source: Source,
    auth: Auth,
    lead: LeadRules,
    on_invalid: OnInvalid,
    test_leads: Type.Optional(TestLeads),
    partial_leads: Type.Optional(PartialLeads),
    form: Type.Optional(FormRules),
    source_connection: Type.Optional(SourceConnection),
    strict_templates: Type.Optional(StrictTemplates),
    stop_on_reply: Type.Optional(StopOnReply),
    consent: Type.Optional(ConsentRules),
    require_consent: Type.Optional(RequireConsent),
    intake_limit: Type.Optional(IntakeLimit),
    limits: Type.Optional(TaskLimits),
    window: Type.Optional(Window),
    retention_days: Type.Optional(RetentionDays),
    steps: Type.Array(Step, { minItems: 1, maxItems: limits.steps }),
  },
  { additionalProperties: false },
);
export type TaskDefinition = Static<typeof TaskDefinition>;

/** What creates a task: only the name is required. */
export const TaskInput = Type.Object(
  {
    name: TaskDefinition.properties.name,
    source: Type.Optional(Source),
    auth: Type.Optional(Auth),
    lead: Type.Optional(Type.Partial(LeadRules, { additionalProperties: false })),
    on_invalid: Type.Optional(OnInvalid),
    test_leads: Type.Optional(TestLeads),
    partial_leads: Type.Optional(PartialLeads),
    form: Type.Optional(FormRules),
    source_connection: Type.Optional(SourceConnection),
    strict_templates: Type.Optional(StrictTemplates),
    stop_on_reply: Type.Optional(StopOnReply),
    consent: Type.Optional(ConsentRules),
    require_consent: Type.Optional(RequireConsent),
    intake_limit: Type.Optional(IntakeLimit),
    limits: Type.Optional(TaskLimits),
    window: Type.Optional(Window),
    retention_days: Type.Optional(RetentionDays),
    steps: Type.Optional(TaskDefinition.properties.steps),
  },
  { additionalProperties: false },
);
export type TaskInput = Static<typeof TaskInput>;

/** What changes a task: each member given replaces the old one whole, `lead` too; null takes one away. */
export const TaskPatch = Type.Partial(
  Type.Object({
    ...TaskInput.properties,
    source_connection: Type.Union([SourceConnection, Type.Null()]),
    intake_limit: Type.Union([IntakeLimit, Type.Null()]),
    window: Type.Union([Window, Type.Null()]),
    retention_days: Type.Union([RetentionDays, Type.Null()]),
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type TaskPatch = Static<typeof TaskPatch>;

export const taskStatuses = ['active', 'paused'] as const;
export const TaskStatus = literals(taskStatuses);
export type TaskStatus = Static<typeof TaskStatus>;

export const Task = Type.Object({
  id: Type.String({ pattern: idPatterns.task }),
  ...TaskDefinition.properties,
  status: TaskStatus,
  revision: Type.Integer({ minimum: 1 }),
  created_at: Type.String({ format: 'date-time' }),
  updated_at: Type.String({ format: 'date-time' }),
  webhook: Type.Object({ url: Type.String({ format: 'uri' }), token: Type.String() }),
  signing_secret: Type.Optional(
    Type.String({ description: 'Told once: when the task is made and when the secret is rotated' }),
  ),
});
export type Task = Static<typeof Task>;

const defaultStep = { id: 'preview', channel: 'preview', message: { text: 'Ciao {{full_name}}!' } } as const;

/** The definition with every default filled in. */
export function withTaskDefaults(input: TaskInput): TaskDefinition {
  return {
    name: input.name,
    source: input.source ?? 'auto',
    auth: input.auth ?? { type: 'none' },
    lead: {
      ...input.lead,
      default_country: input.lead?.default_country ?? 'IT',
      required: input.lead?.required ?? [...leadFields],
    },
    on_invalid: input.on_invalid ?? 'reject',
    test_leads: input.test_leads ?? 'run',
    partial_leads: input.partial_leads ?? 'ignore',
    strict_templates: input.strict_templates ?? false,
    stop_on_reply: input.stop_on_reply ?? true,
    require_consent: input.require_consent ?? false,
    ...(input.consent === undefined ? {} : { consent: input.consent }),
    ...(input.form === undefined ? {} : { form: input.form }),
    ...(input.intake_limit === undefined ? {} : { intake_limit: input.intake_limit }),
    ...(input.source_connection === undefined ? {} : { source_connection: input.source_connection }),
    ...(input.limits === undefined ? {} : { limits: input.limits }),
    ...(input.window === undefined ? {} : { window: input.window }),
    ...(input.retention_days === undefined ? {} : { retention_days: input.retention_days }),
    steps: input.steps ?? [structuredClone(defaultStep)],
  };
}
