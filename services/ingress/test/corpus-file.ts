import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawMessage } from './send.ts';

export interface ExpectedLead {
  full_name: string | null;
  phone: string | null;
  email: string | null;
  extra_fields: Record<string, unknown>;
}

/** A request as one of the senders makes it, and what has to come of it. */
export interface CorpusFile {
  name: string;
  kind: string;
  method: string;
  headers: Record<string, string>;
  body_text: string;
  request_url?: string;
  default_country: string | null;
  expected: ExpectedLead;
  expected_all?: ExpectedLead[];
  expected_response?: {
    status: number;
    content_type?: string;
    body?: string;
    body_json?: object;
    location?: string;
  } | null;
  is_test?: boolean;
  aux_form_definition?: object;
}

const ownFolder = join(import.meta.dirname, '../../../test/suites/corpus');

/** The files of a folder, by name. */
export function corpusOf(folder = ownFolder): CorpusFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted((a, b) => a.localeCompare(b))
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CorpusFile),
      name: file.replace('.json', ''),
    }));
}

export const corpus: CorpusFile[] = corpusOf();

export function corpusFile(name: string): CorpusFile {
  const file = corpus.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no corpus file ${name}`);
  return file;
}

/** The request as it is sent; what a provider's API answered is sent as a relay does. */
export function messageOf({
  kind,
  method,
  headers,
  body_text,
  aux_form_definition: form,
}: CorpusFile): RawMessage {
  const isAnswer = kind === 'api_response' || (method === 'GET' && body_text !== '');
  const body =
    form === undefined ? body_text : JSON.stringify({ ...(JSON.parse(body_text) as object), form });
  return { method: isAnswer ? 'POST' : method, headers, body };
}

/** The leads that have to come of it: none of a handshake, a notification, or what cannot be read. */
export function expectedLeads({ kind, expected, expected_all }: CorpusFile): ExpectedLead[] {
  if (!['lead', 'test', 'api_response', 'partial'].includes(kind)) return [];
  return (expected_all ?? [expected]).filter((lead) => lead.full_name ?? lead.phone ?? lead.email);
}
