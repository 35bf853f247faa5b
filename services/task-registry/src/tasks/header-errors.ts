import { isReservedHeader, type TaskDefinition } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';

type Step = TaskDefinition['steps'][number];

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
  if (!NAME.test(name)) return 'is not the name of a header';
  return isReservedHeader(name) ? 'is a header that Taskhook sets itself' : undefined;
}
