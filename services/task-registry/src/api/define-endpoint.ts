import type { Static, TObject, TSchema } from 'typebox';
import { validator, type Validation } from '@taskhook/contracts';
import { TaskhookError, type ErrorCode } from '@taskhook/errors';
import type { EventStream } from '@taskhook/http';
import type { Registry } from '../registry.ts';
import type { Caller } from '../sessions/caller.ts';
import type { Access } from './authorize.ts';
import { coerceTexts } from './coerce-texts.ts';

export type Tag =
  | 'Session'
  | 'Tasks'
  | 'Samples'
  | 'Connections'
  | 'Runs'
  | 'Suppressions'
  | 'Quarantine'
  | 'Privacy'
  | 'Operations';

export interface RawInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** What is known of a call besides its input, and what its answer carries besides its body. */
export interface Call {
  caller: Caller;
  /** The network address of the caller. */
  address: string;
  /** Whether people reach this server over TLS. */
  secure: boolean;
  setHeader: (name: string, value: string) => void;
  openStream: () => Promise<EventStream>;
}

interface Answer {
  status: 200 | 201 | 202 | 204;
  description: string;
  schema?: TSchema;
  /** Server-sent events; the handler opens the stream, and resolves when it has ended. */
  isStream?: boolean;
}

interface Description {
  /** Stable: the name of the function in generated clients. */
  id: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  /** As the router takes it: `/v1/tasks/:id`. */
  path: string;
  tag: Tag;
  summary: string;
  answer: Answer;
  /** The errors of its own; `unauthorized`, `internal_error` and `unavailable` can always come. */
  errors: readonly ErrorCode[];
  /** Bodies as examples, by name. */
  examples?: Readonly<Record<string, unknown>>;
  bodyOptional?: boolean;
  /** `signed-in` where it is left out. */
  access?: Access;
  /** False for what answers without MongoDB too. */
  needsStore?: boolean;
}

interface Definition<P extends TObject, Q extends TObject, B extends TSchema> extends Description {
  params?: P;
  query?: Q;
  body?: B;
  handle: (
    registry: Registry,
    input: { params: Static<P>; query: Static<Q>; body: Static<B> },
    call: Call,
  ) => unknown;
}

/** A route as data: the router, the reference and the validation are made of it. */
export interface Endpoint extends Description {
  params: TObject | undefined;
  query: TObject | undefined;
  body: TSchema | undefined;
  /** Checks the input and carries the call out. Throws `invalid_request`, and what the verb throws. */
  call(registry: Registry, input: RawInput, call: Call): Promise<unknown>;
}

export function defineEndpoint<P extends TObject, Q extends TObject, B extends TSchema>(
  definition: Definition<P, Q, B>,
): Endpoint {
  const { handle, params, query, body, ...description } = definition;
  const check = {
    params: params && validator(params),
    query: query && validator(query),
    body: body && validator(body),
  };
  const isOptional = definition.bodyOptional === true;
  return {
    ...description,
    params,
    query,
    body,
    call: async (registry, input, call) => {
      const checkedInput = {
        params: checked(check.params, coerceTexts(params, input.params), 'address'),
        query: checked(check.query, coerceTexts(query, input.query), 'query'),
        body: checked(check.body, isOptional ? (input.body ?? {}) : input.body, 'body'),
      };
      return handle(registry, checkedInput, call);
    },
  };
}

type Check<T> = ((value: unknown) => Validation<T>) | undefined;

/** Where nothing is described nothing is looked at. */
function checked<T>(check: Check<T>, value: unknown, part: string): T {
  if (check === undefined) return undefined as T;
  if (part === 'body' && value === undefined) {
    throw new TaskhookError('invalid_request', 'The request needs a JSON body.', {
      errors: [{ field: '', message: 'is required' }],
    });
  }
  const result = check(value);
  if (result.ok) return result.value;
  const [first] = result.errors;
  const detail = `The ${part} is not valid: ${first?.field ?? ''} ${first?.message ?? ''}`.trimEnd();
  throw new TaskhookError('invalid_request', `${detail}.`, { errors: result.errors });
}
