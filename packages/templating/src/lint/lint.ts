export const lintCodes = [
  'unknown_variable',
  'empty_render',
  'failed_render',
  'segments',
  'too_long',
  'refused_text',
  'unencoded_url',
  'template_mismatch',
] as const;
export const lintSeverities = ['info', 'warning'] as const;

/** Something about a template that its author may want to know. Nothing of it stops a task. */
export interface Lint {
  /** Id of the step; null for the task's own filter. */
  step: string | null;
  /** Inside the step, such as `message.text`. */
  field: string;
  code: (typeof lintCodes)[number];
  severity: (typeof lintSeverities)[number];
  /** Reads on from the field: "uses extra_fields.cita, which no sample has". */
  message: string;
  line?: number;
  column?: number;
}

/** What a lint finds in one field. */
export type Finding = Omit<Lint, 'step' | 'field'>;
