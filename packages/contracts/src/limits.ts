import { DAY, MINUTE } from './duration.ts';

/** The one place for limits that more than one service keeps to. Sizes in bytes, times in milliseconds. */
export const limits = {
  /** Largest body of a webhook or API request. */
  bodyBytes: 1_048_576,
  /** Deepest nesting of a JSON body. */
  jsonDepth: 32,
  /** Most keys and items in a JSON body, all levels together. */
  jsonNodes: 20_000,
  /** Most leads in one request. */
  leadsPerRequest: 1_000,
  /** Longest full name and e-mail of a lead, in UTF-16 units. */
  nameLength: 300,
  emailLength: 254,
  /** Longest source of one template. */
  templateLength: 65_536,
  /** Longest text that one template may give. */
  renderedLength: 262_144,
  /** Time that one step's templates may take together. */
  renderMs: 100,
  /** Characters and items that one template may allocate, as LiquidJS counts them. */
  renderMemory: 4_000_000,
  /** Most steps of a task. */
  steps: 50,
  /** How much of a receiver's answer is kept with the attempt. */
  answerBytes: 4_096,
  /** How much of a person's reply is kept, in UTF-16 units. */
  replyLength: 4_096,
  /** Most replies that are kept with one run. */
  repliesPerRun: 50,
  /** How long it is known which runs have written to a number, and which message a receipt is of. */
  conversationMs: 30 * DAY,
  /** How long an identical body is taken for the sender's retry. */
  bodyDedupeMs: 10 * MINUTE,
  /** How long a body's digest is kept with its run: for so long a group of leads can be stored again. */
  bodyClaimMs: DAY,
  /** How long an idempotency key gives the same run. */
  idempotencyMs: 3 * DAY,
  /** How long the old address stays valid after a webhook was rotated. */
  rotationGraceMs: 7 * DAY,
} as const;
