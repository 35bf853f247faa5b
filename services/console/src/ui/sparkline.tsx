/** Room for the stroke at the edges. */
const EDGE = 2;

interface SparklineProps {
  /** From the oldest to the newest. */
  values: readonly number[];
  /** What the line shows, in words: nobody has to see it. */
  label: string;
  width?: number;
  height?: number;
}

/** A line without axes, in the colour of its surroundings' accent. */
export function Sparkline({ values, label, width = 96, height = 24 }: SparklineProps) {
  const peak = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 2 * EDGE) / (values.length - 1) : 0;
  const points = values.map(
    (value, i) => `${round(EDGE + i * step)},${round(height - EDGE - (value / peak) * (height - 2 * EDGE))}`,
  );
  const line = points.join(' ');
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <polygon
        points={`${EDGE},${height} ${line} ${width - EDGE},${height}`}
        fill="var(--accent-soft-color)"
      />
      <polyline
        points={line}
        fill="none"
        stroke="var(--accent-color)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
