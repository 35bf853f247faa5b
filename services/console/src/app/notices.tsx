/** The place, above every page, for what needs a person now. */
export function Notices() {
  return <div role="region" aria-live="polite" hidden />;
}
