import { Type, type Static } from 'typebox';
import { Channel } from './step.ts';

/** Which attempt of which step of which run a message belongs to. */
export const MessagePlace = Type.Object({
  run_id: Type.String(),
  task_id: Type.String(),
  revision: Type.Integer(),
  /** The index of the step. */
  step: Type.Integer({ minimum: 0 }),
  step_id: Type.String(),
  channel: Channel,
  /** The number of the attempt, from 1. */
  n: Type.Integer({ minimum: 1 }),
});
export type MessagePlace = Static<typeof MessagePlace>;

/** What names an attempt; its provider gives it back with what it tells of the message. */
export type MessageRef = Pick<MessagePlace, 'run_id' | 'step_id' | 'n'>;

export const messageRef = ({ run_id, step_id, n }: MessageRef): string => `${run_id}.${step_id}.${n}`;

const REF = /^(run_[0-9a-hjkmnp-tv-z]{26})\.([a-z0-9][a-z0-9_-]{0,63})\.([1-9]\d{0,4})$/;

/** Undefined for a text that names none. */
export function readMessageRef(text: string): MessageRef | undefined {
  const [, run_id, step_id, n] = REF.exec(text) ?? [];
  return run_id === undefined || step_id === undefined ? undefined : { run_id, step_id, n: Number(n) };
}

/** What is kept of an attempt from before it is made. */
export const BegunAttempt = Type.Object({
  place: MessagePlace,
  /** Milliseconds since 1970. */
  begun_at: Type.Number(),
});
export type BegunAttempt = Static<typeof BegunAttempt>;
