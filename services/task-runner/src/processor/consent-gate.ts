import type { Reason } from '@taskhook/contracts';
import { consentOf } from './consent-of.ts';
import type { Gate } from './gate.ts';
import { reachesPerson } from './reaches-person.ts';

/** Skips what reaches a person who has not agreed, where the task asks for that. */
export const consentGate: Gate = {
  ask: (work) => {
    if (work.definition.require_consent !== true || !reachesPerson(work.step.definition)) return undefined;
    return consentOf(work)?.given === true ? undefined : { kind: 'skip', reason: noConsent };
  },
};

const noConsent: Reason = {
  code: 'no_consent',
  message: 'The lead does not say that the person agreed to be written to.',
};
