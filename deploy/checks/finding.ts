/** What a check found. `skipped` says why it was not run; it never counts as passed. */
export interface Finding {
  check: string;
  outcome: 'passed' | 'failed' | 'skipped';
  detail: string;
}
