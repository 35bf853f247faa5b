import { Type, type Static } from 'typebox';
import { StepJob } from './job.ts';
import { MessagePlace } from './message-place.ts';

/** A step whose last attempt has an unknown outcome, with the job of the attempt after it. */
export const UnknownStep = Type.Object({ place: MessagePlace, job: StepJob });
export type UnknownStep = Static<typeof UnknownStep>;
