export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/**
 * A page of what was found, where one more than `limit` was asked for: the one too many says that
 * there is a next page. The cursor is the id of the page's last item.
 */
export function toPage<D extends { _id: string }, T>(
  docs: readonly D[],
  limit: number,
  toItem: (doc: D) => T,
): Page<T> {
  const kept = docs.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(toItem),
    next_cursor: docs.length > limit && last !== undefined ? last._id : null,
  };
}
