import { headers, type TaskDefinition } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';

type Step = TaskDefinition['steps'][number];

/** What belongs to the connection or to the signature: task-runner sets these itself. */
const reserved: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  headers.idempotencyKey,
]);
const reservedPrefixes = ['webhook-', 'proxy-'];

/** RFC 9110: the name of a header is a token. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** The headers of an `http` step that it may not set. */
export function headerErrors(step: Step, index: number): FieldError[] {
  if (step.channel !== 'http') return [];
  return Object.keys(step.request.headers ?? {}).flatMap((name) => {
    const message = problemOf(name);
    return message === undefined ? [] : [{ field: `steps.${index}.request.headers.${name}`, message }];
  });
}

function problemOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (!NAME.test(name)) return 'is not the name of a header';
  if (!reserved.has(lower) && !reservedPrefixes.some((prefix) => lower.startsWith(prefix))) return undefined;
  return 'is a header that Taskhook sets itself';
}
