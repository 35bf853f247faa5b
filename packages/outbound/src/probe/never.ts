/** A test ends by its deadline, or with the agent that is closed under it. */
export const NEVER: AbortSignal = new AbortController().signal;
