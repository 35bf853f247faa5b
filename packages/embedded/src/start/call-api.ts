import { TaskhookError } from '@taskhook/errors';

const timeout = 10_000;

/** The API that was just started. */
export interface Api {
  url: string;
  adminKey: string;
}

/** Reads, or posts where there is a body. Throws `start_failed` with what the API has to say. */
export async function callApi({ url, adminKey }: Api, path: string, body?: string): Promise<unknown> {
  const answer = await fetch(url + path, {
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeout),
    ...(body !== undefined && { method: 'POST', body }),
  });
  if (answer.ok) return answer.json();
  const problem = (await answer.text()).slice(0, 500);
  throw unexpected(`answers ${path} with ${answer.status}: ${problem}`);
}

export function unexpected(what: string): TaskhookError {
  return new TaskhookError('start_failed', `task-registry ${what}`);
}
