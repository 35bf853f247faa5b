import type { Connection, ConnectionInput, ConnectionPatch } from '../../../api/types.ts';
import type { Provider } from '../providers.ts';
import { fieldList, isSecret, type Field } from './fields.ts';

/** What is typed, by the path of its field; `name` among them. */
export type Values = Readonly<Record<string, string>>;

type Members = Record<string, unknown>;

export function emptyValues(provider: Provider, name: string): Values {
  const entries = fieldList(provider).map(([path, { initial = '' }]) => [path, initial]);
  return { name, ...(Object.fromEntries(entries) as Values) };
}

/** A connection as it is typed; secrets are not known and empty. */
export function valuesOf(connection: Connection): Values {
  const entries = fieldList(connection.provider).map(([path, field]) => {
    return [path, isSecret(field) ? '' : textOf(field, memberAt(connection, path))];
  });
  return { name: connection.name, ...(Object.fromEntries(entries) as Values) };
}

/** What makes a connection: members that are empty are left out. */
export function toInput(provider: Provider, values: Values): ConnectionInput {
  const input: Members = { name: values['name']?.trim(), provider };
  for (const [path, field] of fieldList(provider)) {
    const value = valueOf(field, values[path] ?? '');
    if (value !== undefined) putAt(input, path, value);
  }
  return withoutLooseLimits(input) as ConnectionInput;
}

/**
 * What changes a connection: an optional member that was emptied is taken away, and a secret that was not
 * typed stays. A login without a user name has no password either.
 */
export function toPatch(connection: Connection, values: Values): ConnectionPatch {
  const patch = toInput(connection.provider, values) as unknown as Members;
  delete patch['provider'];
  for (const [path, field] of fieldList(connection.provider)) {
    const [member = ''] = path.split('.');
    if (!isSecret(field) && patch[member] === undefined && (connection as Members)[member] !== undefined) {
      patch[member] = null;
    }
  }
  if (patch['username'] === null) patch['password'] = null;
  return patch;
}

/** The paths whose text cannot be read: JSON that is none, lines without a separator, numbers that are none. */
export function unreadable(provider: Provider, values: Values): string[] {
  return fieldList(provider)
    .filter(([path, field]) => {
      try {
        valueOf(field, values[path] ?? '');
        return false;
      } catch {
        return true;
      }
    })
    .map(([path]) => path);
}

function memberAt(connection: Connection, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((holder, key) => (holder as Members | null | undefined)?.[key], connection);
}

function putAt(members: Members, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) members[first] = value;
  else members[first] = { ...(members[first] as Members | undefined), [second]: value };
}

/** A time or a burst says nothing without a rate. */
function withoutLooseLimits(members: Members): Members {
  const limits = members['limits'] as Members | undefined;
  if (limits !== undefined && limits['rate'] === undefined) delete members['limits'];
  return members;
}

function textOf({ kind }: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'json') return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  if (kind === 'numbers') return (value as number[]).join(', ');
  if (kind === 'pairs')
    return Object.entries(value)
      .map((pair) => pair.join(': '))
      .join('\n');
  return typeof value === 'number' ? String(value) : (value as string);
}

/** Undefined for what is empty. Throws for what cannot be read. */
function valueOf({ kind }: Field, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (kind === 'number') return numberOf(trimmed);
  if (kind === 'numbers') return trimmed.split(/[\s,;]+/).map(numberOf);
  if (kind === 'json') return jsonOf(trimmed);
  if (kind === 'pairs') return pairsOf(trimmed, ':');
  if (kind === 'secretPairs') return pairsOf(trimmed, '=');
  return trimmed;
}

function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new RangeError(text);
  return Number(text);
}

/** A body that is no object and no list is one text: a form, for instance. */
function jsonOf(text: string): unknown {
  return /^[[{"]/.test(text) && !text.startsWith('{{') && !text.startsWith('{%') ? JSON.parse(text) : text;
}

function pairsOf(text: string, separator: string): Record<string, string> {
  const pairs = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    pairs.map((line) => {
      const at = line.indexOf(separator);
      if (at < 1) throw new RangeError(line);
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}
