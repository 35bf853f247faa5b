import type { Source } from '@taskhook/contracts';

/** A request as a sender writes it, and what must be read in it. */
export interface Sample {
  source: Source;
  title: string;
  /** Names in lower case. */
  headers?: Record<string, string>;
  query?: string;
  /** An object is sent as JSON, a text as it stands. */
  body: string | object;
  /** The task's default country. */
  country?: string;
  expect: ExpectedLeads | { type: 'ignored' } | { type: 'notification'; ids: string[] };
}

export interface ExpectedLeads {
  type: 'leads';
  leads: ExpectedLead[];
}

export interface ExpectedLead {
  full_name: string | null;
  phone: string | null;
  email: string | null;
  /** Values that must be found in `extra_fields`, whatever their keys. */
  extra?: unknown[];
  eventId?: string;
  test?: boolean;
  partial?: boolean;
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const JSON_TYPE = { 'content-type': 'application/json' };

export function lead(expected: ExpectedLead): ExpectedLeads {
  return { type: 'leads', leads: [expected] };
}

/** A body of multipart/form-data; its boundary is `sample`. */
export function multipart(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--sample\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--sample--\r\n`;
}

export const MULTIPART = { 'content-type': 'multipart/form-data; boundary=sample' };

/** A body of application/x-www-form-urlencoded. */
export function urlencoded(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}
