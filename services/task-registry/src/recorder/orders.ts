/**
 * The state of a run is that of the event with the highest order. Those of the runner's steps start
 * at 1; below them stand, in the order of a run's life:
 */
export const UNKNOWN_ORDER = -3_000_000;
/** Its lead is known by its ids and has to be fetched; the orders of the fetch are above this. */
export const ANNOUNCED_ORDER = -2_000_000;
/** Its lead is there. */
export const ACCEPTED_ORDER = -1;
/** A held run was released. */
export const RELEASED_ORDER = 0;
