import type { Task, TaskInput } from '../../../api/types.ts';

/** The parts of a task that are edited before they are saved. */
export interface Content {
  lead: Task['lead'];
  steps: Task['steps'];
}

export const contentOf = ({ lead, steps }: Content): Content => ({ lead, steps });

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The members that differ, as a patch takes them. */
export function changedParts(before: Content, after: Content): Partial<Content> {
  return {
    ...(!isSame(before.lead, after.lead) && { lead: after.lead }),
    ...(!isSame(before.steps, after.steps) && { steps: after.steps }),
  };
}

/** The task as it would be with this content, as the API takes a new one. */
export function withContent(task: Task, content: Content): TaskInput {
  const {
    id: _id,
    status: _status,
    revision: _revision,
    created_at: _created,
    updated_at: _updated,
    webhook: _webhook,
    signing_secret: _secret,
    ...definition
  } = task;
  return { ...definition, ...content };
}
