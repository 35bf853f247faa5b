import type { Source } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { isJsonObject } from './json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './sources/adapter.ts';
import { generic } from './sources/generic.ts';
import { sourceAdapters } from './sources/index.ts';

/** The adapter that reads a request, and what it reads. */
export interface Recognised {
  adapter: SourceAdapter;
  reason: string;
  reading: Reading;
}

/** How the requests of a task are read: by the adapter that is pinned, or by the first that knows them. */
export function sourceReader(source: Source): (request: DecodedRequest) => Recognised {
  const pinned =
    sourceAdapters.find(({ name }) => name === source) ?? (source === 'auto' ? undefined : generic);
  return (request) => {
    const parts = partsOf(request);
    if (pinned !== undefined) {
      const known = pinned.recognise(request) !== null || parts === undefined || pinned === generic;
      return readAll(pinned, `The task takes requests of ${pinned.title}.`, known ? [request] : parts);
    }
    return recognise(request, [request]) ?? (parts && recogniseFirst(parts)) ?? unknown(request);
  };
}

/** Relays put what they pass on into a list; each item is then what the sender wrote. */
function partsOf(request: DecodedRequest): DecodedRequest[] | undefined {
  const { body } = request;
  if (!Array.isArray(body) || body.length === 0 || !body.every((item) => isJsonObject(item)))
    return undefined;
  return body.map((item) => ({ ...request, body: item }));
}

function recogniseFirst(parts: DecodedRequest[]): Recognised | undefined {
  const [first] = parts;
  return first === undefined ? undefined : recognise(first, parts);
}

function recognise(sample: DecodedRequest, requests: DecodedRequest[]): Recognised | undefined {
  for (const adapter of sourceAdapters) {
    const reason = reasonOf(adapter, sample);
    if (reason !== null) return readAll(adapter, reason, requests);
  }
  return undefined;
}

function reasonOf(adapter: SourceAdapter, request: DecodedRequest): string | null {
  try {
    return adapter.recognise(request);
  } catch {
    return null;
  }
}

function unknown(request: DecodedRequest): Recognised {
  return readAll(generic, 'No known sender writes requests like this one.', [request]);
}

/**
 * Adapters are tested never to throw. Should one do so on a request that nobody thought of, its lead
 * is still read, as that of any sender, and a note tells of it.
 */
function readAll(adapter: SourceAdapter, reason: string, requests: DecodedRequest[]): Recognised {
  try {
    return { adapter, reason, reading: merged(requests.map((request) => adapter.read(request))) };
  } catch (error) {
    if (error instanceof TaskhookError || adapter === generic) throw error;
    requests[0]?.notes.push(`The adapter of ${adapter.title} failed on this request.`);
    return readAll(generic, `${reason} Its adapter failed, so it was read as that of any sender.`, requests);
  }
}

/** Leads of any part count before notifications, and these before events that are no lead. */
function merged(readings: Reading[]): Reading {
  const [first, ...more] = readings;
  if (first !== undefined && more.length === 0) return first;
  const candidates = readings.flatMap((one) => (one.type === 'leads' ? one.candidates : []));
  const acknowledgement = readings.find((one) => one.type === 'leads' && one.acknowledgement !== undefined);
  if (candidates.length > 0) return { ...acknowledgement, type: 'leads', candidates };
  const notices = readings.filter((one) => one.type === 'notification');
  const provider = notices[0]?.provider;
  if (provider !== undefined)
    return { type: 'notification', provider, items: notices.flatMap(({ items }) => items) };
  return first ?? { type: 'leads', candidates: [] };
}
