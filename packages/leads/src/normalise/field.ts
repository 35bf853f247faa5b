/** What a canonical field became. `value` is null where there was none, or where `problem` says why it cannot be used. */
export interface Field {
  value: string | null;
  problem?: string;
  /** The value is good, but the sender's text said more than it. */
  keepRaw?: true;
  /** The keys of what the value was completed by, such as a country code in a field of its own. */
  completedBy?: string[];
}

export const absent: Field = { value: null };

export function invalid(problem: string): Field {
  return { value: null, problem };
}
