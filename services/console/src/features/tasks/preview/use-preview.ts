import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { isProblem, type ApiProblem } from '../../../api/problem.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { TaskInput, TaskPreview } from '../../../api/types.ts';
import { withContent } from '../draft/content.ts';
import { useDraft } from '../draft/draft-context.ts';
import { useTask } from '../page/task-context.ts';
import type { TriedWith } from './tried-with.ts';
import { useTriedWith } from './use-tried-with.ts';

const PAUSE_MS = 300;

export interface Preview {
  /** What came of it; that of a moment ago while it is tried again or cannot be. */
  result: TaskPreview | undefined;
  /** Templates and expressions that do not parse, by field such as `steps.0.message.text`. */
  invalid: ApiProblem['errors'];
  /** What else kept it from being tried. */
  error: unknown;
  /** What is shown is not yet of what was typed last. */
  isBehind: boolean;
}

/** What the unsaved task makes of what it is tried with, tried by the server while it is typed. */
export function usePreview(): Preview {
  const task = useTask();
  const { content } = useDraft();
  const triedWith = useTriedWith();
  const [settled] = useDebouncedValue(content, PAUSE_MS);
  const input = withContent(task, settled);
  const { data, error, isFetching } = useQuery({
    queryKey: queryKeys.tasks.preview(input, triedWith),
    queryFn: ({ signal }) => preview(input, triedWith ?? { kind: 'made-up' }, signal),
    enabled: triedWith !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isInvalid = isProblem(error, 'invalid_task', 'invalid_request');
  return {
    result: data,
    invalid: isInvalid ? error.errors : [],
    error: isInvalid ? null : error,
    isBehind: isFetching || settled !== content,
  };
}

async function preview(task: TaskInput, triedWith: TriedWith, signal: AbortSignal): Promise<TaskPreview> {
  const sample = await sampleOf(triedWith, signal);
  const body = { task, ...(sample !== undefined && { sample }) };
  return answerOf(api.POST('/v1/tasks/preview', { body, signal }));
}

async function sampleOf(triedWith: TriedWith, signal: AbortSignal) {
  if (triedWith.kind === 'made-up') return undefined;
  if (triedWith.kind === 'sample') return { sample_id: triedWith.id };
  const path = { id: triedWith.id };
  const { lead } = await answerOf(api.GET('/v1/runs/{id}', { params: { path }, signal }));
  return lead === null ? undefined : { lead };
}
