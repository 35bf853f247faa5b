/**
 * The state of a run is that of the event with the highest order. Those of the runner start at 1;
 * below them stand, in the order of a run's life:
 */
export const UNKNOWN_ORDER = -2;
export const ACCEPTED_ORDER = -1;
/** A held run was released. */
export const RELEASED_ORDER = 0;
