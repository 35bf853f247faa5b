import { Type, type Static } from 'typebox';
import { idPatterns, RunStatus } from '@taskhook/contracts';
import { RunSummary } from '../runs/run-summary.ts';

const SampleArrived = Type.Object({
  id: Type.String({ pattern: idPatterns.sample }),
  task_id: Type.String(),
});

/** The data of the events of a live list, by the name of the event. */
export const LiveEvents = Type.Object({
  run: Type.Optional(RunSummary),
  sample: Type.Optional(SampleArrived),
  more: Type.Optional(
    Type.Object(
      { changed: Type.Integer() },
      { description: 'So many others changed too fast to be told one by one: read the list again' },
    ),
  ),
  resync: Type.Optional(
    Type.Object({}, { description: 'Something may have been missed: read the list again' }),
  ),
  end: Type.Optional(
    Type.Object(
      { reason: Type.Enum(['signed_out', 'closing']) },
      { description: 'Nothing follows; after `closing` come back' },
    ),
  ),
});
export type LiveEvents = Required<Static<typeof LiveEvents>>;

/** Which runs and samples a client wants to hear of. */
export const LiveFilter = Type.Object(
  {
    task_id: Type.Optional(Type.String()),
    status: Type.Optional(RunStatus),
  },
  { additionalProperties: false },
);
export type LiveFilter = Static<typeof LiveFilter>;
