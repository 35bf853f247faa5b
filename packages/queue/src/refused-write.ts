/** What Redis says when it takes no writes at all now, or cannot be asked by us: it is not the write. */
const AWAY =
  /^(OOM|MISCONF|READONLY|LOADING|BUSY|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOAUTH|NOPERM|WRONGPASS|UNBLOCKED|ERR max number of clients)\b/;

/**
 * Whether Redis answered, and refused this write for what it is. False for a Redis that cannot be reached,
 * does not answer, or takes no writes now.
 */
export function isRefusedWrite(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError' && !AWAY.test(error.message);
}
