import { readdirSync, readFileSync } from 'node:fs';
import { withTaskDefaults } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { expect, test } from 'vitest';
import { compileIntake } from '../src/intake.ts';
import type { IntakeOutcome } from '../src/result.ts';
import { holdsValue } from './samples/holds-value.ts';

const folder = new URL('../../../test/suites/corpus/', import.meta.url);

interface Expected {
  full_name: string | null;
  phone: string | null;
  email: string | null;
  extra_fields: Record<string, unknown>;
}

interface RequestFile {
  kind: string;
  method: string;
  headers: Record<string, string>;
  body_text: string;
  request_url?: string;
  default_country: string | null;
  expected: Expected;
  expected_all?: Expected[];
  is_test?: boolean;
  /** The form that a lead's numbered answers belong to; the one who fetches the lead fetches it too. */
  aux_form_definition?: object;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const LEADS = new Set(['lead', 'test', 'api_response', 'partial']);

test.each(files)('%s gives what is expected of it', (name) => {
  const file = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RequestFile;
  const outcome = read(file);
  expect(problems(file, outcome)).toEqual([]);
});

function read(file: RequestFile): IntakeOutcome | TaskhookError {
  const { lead: rules } = withTaskDefaults({
    name: 'Test',
    lead: { default_country: file.default_country ?? 'IT', required: [] },
  });
  const headers = Object.entries(file.headers).map(([key, value]) => [key.toLowerCase(), value] as const);
  try {
    return compileIntake(
      rules,
      'auto',
    )({
      method: file.method,
      headers: Object.fromEntries(headers),
      query: file.request_url === undefined ? '' : new URL(file.request_url).search.slice(1),
      body: Buffer.from(bodyOf(file)),
    });
  } catch (error) {
    if (error instanceof TaskhookError) return error;
    throw error;
  }
}

function bodyOf({ body_text, aux_form_definition: form }: RequestFile): string {
  return form === undefined ? body_text : JSON.stringify({ ...(JSON.parse(body_text) as object), form });
}

/** Everything that is wrong, in words, so that one run shows all of it. */
function problems(file: RequestFile, outcome: IntakeOutcome | TaskhookError): string[] {
  if (outcome instanceof TaskhookError) {
    return file.kind === 'malformed' || file.method === 'OPTIONS' ? [] : [`refused: ${outcome.message}`];
  }
  if (outcome.type === 'notification') return notificationProblems(file, outcome);
  if (outcome.type === 'ignored') return isLead(file) ? [`ignored: ${outcome.ignored}`] : [];
  if (!isLead(file)) return [`read as a lead by ${outcome.source}`];
  const expected = file.expected_all ?? [file.expected];
  if (outcome.leads.length !== expected.length) return [`${outcome.leads.length} leads`];
  return expected.flatMap((one, i) => leadProblems(one, file, outcome.leads[i]));
}

function isLead({ kind, expected }: RequestFile): boolean {
  return (
    LEADS.has(kind) && [expected.full_name, expected.phone, expected.email].some((value) => value !== null)
  );
}

function notificationProblems(
  { kind, expected }: RequestFile,
  { items }: Extract<IntakeOutcome, { type: 'notification' }>,
): string[] {
  if (kind !== 'notification' && kind !== 'test') return ['read as a notification'];
  const marked = items.every((item) => item.test === true) === (kind === 'test') ? [] : ['test or not'];
  return [...marked, ...missing(expected.extra_fields, items)];
}

type Result = Extract<IntakeOutcome, { type: 'leads' }>['leads'][number];

function leadProblems(
  expected: Expected,
  { kind, is_test }: RequestFile,
  result: Result | undefined,
): string[] {
  if (result?.ok !== true) return [`no lead: ${JSON.stringify(result)}`];
  const fields = (['full_name', 'phone', 'email'] as const)
    .filter((field) => result.lead[field] !== expected[field])
    .map((field) => `${field} is ${result.lead[field]}, not ${expected[field]}`);
  const marked = result.test === (is_test ?? false) ? [] : ['test or not'];
  const partial = result.partial === (kind === 'partial') ? [] : ['partial or not'];
  return [...fields, ...marked, ...partial, ...missing(expected.extra_fields, result.lead.extra_fields)];
}

function missing(expected: Record<string, unknown>, kept: unknown): string[] {
  return Object.entries(expected)
    .filter(([, value]) => !holdsValue(kept, value))
    .map(([key, value]) => `${key} ${JSON.stringify(value)} is lost`);
}
