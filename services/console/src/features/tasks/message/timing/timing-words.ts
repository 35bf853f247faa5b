import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { useFormat } from '../../../../i18n/use-format.ts';

/** When a step goes, in a sentence of few words. */
export function useTimingWords(): (step: Step) => string {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const spoken = (wait: string) => {
    const ms = millisecondsOf(wait);
    return ms === undefined ? wait : format.duration(ms, 'long');
  };
  return ({ wait, when, at, window, on_failure }) =>
    [
      wait === undefined || Number.parseInt(wait, 10) === 0
        ? t('timing.atOnce')
        : t('timing.after', { wait: spoken(wait) }),
      ...(at === undefined ? [] : [t('timing.atTime', { time: at.time })]),
      ...(window == null ? [] : [t('timing.between', { from: window.from, to: window.to })]),
      ...(when === undefined ? [] : [t('timing.ifTrue')]),
      ...(on_failure === 'continue' ? [t('timing.goesOn')] : []),
    ].join(' · ');
}

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Of a duration of one unit, such as `2h`; undefined for any other. */
function millisecondsOf(duration: string): number | undefined {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const size = Object.entries(unitMs).find(([name]) => name === unit)?.[1];
  return size === undefined ? undefined : Number(amount) * size;
}
