type PipelineResults = [error: Error | null, result: unknown][] | null;

/** The results of a pipeline; throws the first error that is among them. */
export async function results(execution: Promise<PipelineResults>): Promise<unknown[]> {
  const replies = (await execution) ?? [];
  return replies.map(([error, result]) => {
    if (error !== null) throw error;
    return result;
  });
}
