/** BullMQ's Lua scripts, whose files carry no types of their own. */
declare module 'bullmq/dist/cjs/scripts/index.js' {
  interface QueueScript {
    name: string;
    content: string;
    /** How many KEYS it takes. */
    keys: number;
  }
  export const addStandardJob: QueueScript;
  export const addDelayedJob: QueueScript;
  export const addPrioritizedJob: QueueScript;
}
