import createClient from 'openapi-fetch';
import { ApiProblem, offlineProblem } from './problem.ts';
import type { components, paths } from './schema.ts';

/**
 * The API, typed by its own description. The cookie of the session goes along by itself; the header says
 * that the call comes from the console, which another site's form cannot say.
 */
export const api = createClient<paths>({
  baseUrl: '/',
  headers: { 'x-taskhook-console': '1' },
});

/** `signedOut` is called whenever any call is answered that nobody is signed in, also where its caller ignores that. */
export function onUnauthorized(signedOut: () => void): void {
  api.use({
    onResponse: ({ response }) => {
      if (response.status === 401) signedOut();
    },
  });
}

/** Asks whether the session still stands, where a refusal came without a reason; `onUnauthorized` hears of it. */
export async function checkSession(): Promise<void> {
  await api.GET('/v1/session').catch(() => undefined);
}

type Problem = components['schemas']['Problem'];

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What a call answers with. Throws `ApiProblem` for everything else. */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw offlineProblem(cause);
  });
  if (response.ok) return data as T;
  // A proxy answers for a server that is away, and in another form.
  if (!isToldProblem(error) && response.status >= 502) throw offlineProblem();
  const wait = Number(response.headers.get('retry-after'));
  throw new ApiProblem(isToldProblem(error) ? error : {}, response.status, wait > 0 ? wait : undefined);
}

function isToldProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
