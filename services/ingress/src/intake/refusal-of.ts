import { TaskhookError } from '@taskhook/errors';

/** The problem with where the request is kept, so that its sender can ask for it. */
export function refusalOf(problem: TaskhookError, quarantineId: string | undefined): TaskhookError {
  return new TaskhookError(problem.code, problem.message, {
    cause: problem,
    ...(problem.errors && { errors: problem.errors }),
    ...(quarantineId !== undefined && { extra: { quarantine_id: quarantineId } }),
  });
}
