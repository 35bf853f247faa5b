import { durationMs, type Window } from '@taskhook/contracts';
import { windowSpans, type Span } from './window-spans.ts';

/**
 * The first time at or after `from`, in milliseconds since 1970, at which a window is open in all of the
 * zones. Where that is later than `from`, `share`, from 0 to below 1, says how far into the spread of the
 * window it is. Undefined where the window is never open in all of them.
 */
export function nextOpening(
  window: Window,
  zones: readonly string[],
  from: number,
  share: number,
): number | undefined {
  const [first = [], ...others] = zones.map((zone) => windowSpans(window, zone, from));
  const [span] = others.reduce(common, first);
  if (span === undefined) return undefined;
  if (span.start <= from) return from;
  const spreadMs = window.spread === undefined ? 0 : durationMs(window.spread);
  return span.start + Math.floor(share * Math.min(spreadMs, span.end - span.start));
}

/** What two lists of spans, each in order, have in common. */
function common(left: readonly Span[], right: readonly Span[]): Span[] {
  return left.flatMap((span) =>
    right
      .map((other) => ({ start: Math.max(span.start, other.start), end: Math.min(span.end, other.end) }))
      .filter(({ start, end }) => start < end),
  );
}
