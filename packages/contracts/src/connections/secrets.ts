import { secretPaths } from './members.ts';
import type { ConnectionProvider } from './provider.ts';

/** Values by the dotted path of their member. */
export type ConnectionSecrets = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** Takes the secret members out of a connection. */
export function splitSecrets(
  provider: ConnectionProvider,
  values: Values,
): { settings: Record<string, unknown>; secrets: ConnectionSecrets } {
  const settings = structuredClone(values) as Record<string, unknown>;
  const secrets: Record<string, unknown> = {};
  for (const path of secretPaths[provider]) {
    const [holder, key] = placeOf(settings, path);
    if (holder?.[key] === undefined) continue;
    secrets[path] = holder[key];
    delete holder[key];
  }
  return { settings, secrets };
}

/** Puts secrets back where their members belong and are not given anew. */
export function joinSecrets(
  provider: ConnectionProvider,
  settings: Values,
  secrets: ConnectionSecrets,
): Record<string, unknown> {
  const joined = structuredClone(settings) as Record<string, unknown>;
  for (const path of secretPaths[provider]) {
    const [holder, key] = placeOf(joined, path);
    if (holder !== undefined && holder[key] === undefined && secrets[path] !== undefined) {
      holder[key] = secrets[path];
    }
  }
  return joined;
}

/** The object that holds the member, undefined where it is not there, and the member's own name. */
function placeOf(
  values: Record<string, unknown>,
  path: string,
): [Record<string, unknown> | undefined, string] {
  const [first = '', second] = path.split('.');
  if (second === undefined) return [values, first];
  const holder = values[first];
  return [
    typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>) : undefined,
    second,
  ];
}
