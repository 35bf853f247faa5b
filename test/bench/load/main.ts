import { sendLoad } from './send.ts';
import type { LoadPlan } from './plan.ts';

/** The load generator's process: a plan comes in as a message, its result goes out as one. */
process.on('message', (plan: LoadPlan) => {
  sendLoad(plan).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
