/** One line of a chart. */
export interface Series<P> {
  label: string;
  /** A colour of the theme with its shade. */
  color: string;
  /** The value at a point; null where there is none. */
  of: (point: P) => number | null;
}
