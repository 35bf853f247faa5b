import { ConnectionInput, joinSecrets, secretPaths, splitSecrets, validator } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import type { TemplateEngine } from '@taskhook/templating';
import { gatewayErrors } from './gateway-errors.ts';
import { mailServerErrors } from './mail-server-errors.ts';

const check = validator(ConnectionInput);

/**
 * The connection, members that are null left out and the blanks around a pasted secret dropped. Throws
 * `invalid_request` for what no call can use.
 */
export function checkConnection(
  engine: TemplateEngine,
  given: Readonly<Record<string, unknown>>,
): ConnectionInput {
  const result = check(withoutNulls(given));
  if (!result.ok) throw refusal(result.errors);
  const connection = trimmed(result.value);
  const errors = errorsOf(engine, connection);
  if (errors.length > 0) throw refusal(errors);
  return connection;
}

function withoutNulls(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

/** A key in PEM keeps its lines, and loses those around it. */
function trimmed(connection: ConnectionInput): ConnectionInput {
  const { settings, secrets } = splitSecrets(connection.provider, connection);
  const texts = Object.entries(secrets).map(([path, value]) => [path, trim(value)] as const);
  return joinSecrets(connection.provider, settings, Object.fromEntries(texts)) as ConnectionInput;
}

function trim(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  const members = Object.entries(value as Record<string, string>);
  return Object.fromEntries(members.map(([name, text]) => [name, text.trim()]));
}

function errorsOf(engine: TemplateEngine, connection: ConnectionInput): FieldError[] {
  if (connection.provider === 'smtp') return mailServerErrors(connection);
  if (connection.provider === 'sms-http') return gatewayErrors(engine, connection);
  const sender = connection.provider === 'twilio' ? senderErrors(connection) : [];
  return [...tokenErrors(connection), ...baseUrlErrors(connection.base_url), ...sender];
}

/** A token goes into a header. */
function tokenErrors(connection: ConnectionInput): FieldError[] {
  const { secrets } = splitSecrets(connection.provider, connection);
  return secretPaths[connection.provider]
    .filter((path) => secrets[path] !== undefined && !isToken(secrets[path]))
    .map((field) => ({ field, message: 'must be plain ASCII without blanks' }));
}

function isToken(secret: unknown): boolean {
  return typeof secret === 'string' && /^[\x21-\x7e]+$/.test(secret);
}

/** The paths of the provider's API are put behind it. */
function baseUrlErrors(text: string | null | undefined): FieldError[] {
  if (text === null || text === undefined) return [];
  const url = URL.parse(text);
  if (url === null) return [{ field: 'base_url', message: 'is not an address' }];
  if (url.username !== '' || url.password !== '')
    return [{ field: 'base_url', message: 'must have no user name and no password' }];
  if (url.search === '' && url.hash === '') return [];
  return [{ field: 'base_url', message: 'must end with its path' }];
}

function senderErrors(connection: { from?: string; messaging_service_sid?: string }): FieldError[] {
  const given = [connection.from, connection.messaging_service_sid].filter((one) => one !== undefined);
  if (given.length === 1) return [];
  return [{ field: 'from', message: 'or messaging_service_sid must be given, one of the two' }];
}

function refusal(errors: FieldError[]): TaskhookError {
  const [first] = errors;
  const message = `The connection is not valid: ${first?.field ?? ''} ${first?.message ?? ''}.`;
  return new TaskhookError('invalid_request', message, { errors });
}
