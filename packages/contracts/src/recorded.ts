import { Type, type Static } from 'typebox';

const Changed = Type.Object({ id: Type.String(), task_id: Type.String() });

/** What one task-registry tells the others: what is in MongoDB now. Ids only. */
export const Recorded = Type.Object({ runs: Type.Array(Changed), samples: Type.Array(Changed) });
export type Recorded = Static<typeof Recorded>;
