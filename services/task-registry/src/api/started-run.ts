import { Type } from 'typebox';

/** The answer of what starts one run. */
export const StartedRun = Type.Object({ run_id: Type.String() });
