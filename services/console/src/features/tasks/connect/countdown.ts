import { useEffect, useState } from 'react';

/** Whole seconds until a time, counting down while they are shown; 0 where there is none or it is past. */
export function useSecondsUntil(iso: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const end = iso === null ? 0 : Date.parse(iso);
  useEffect(() => {
    setNow(Date.now());
    if (end <= Date.now()) return undefined;
    const ticks = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticks);
  }, [end]);
  return Math.max(0, Math.ceil((end - now) / 1_000));
}

/** `9:05` */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
