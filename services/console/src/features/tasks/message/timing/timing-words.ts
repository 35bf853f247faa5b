import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';

/** When a step goes, in a sentence of few words. */
export function useTimingWords(): (step: Step) => string {
  const { t } = useTranslation('tasks');
  return ({ wait, when, at, window, on_failure }) =>
    [
      wait === undefined || Number.parseInt(wait, 10) === 0
        ? t('timing.atOnce')
        : t('timing.after', { wait }),
      ...(at === undefined ? [] : [t('timing.atTime', { time: at.time })]),
      ...(window == null ? [] : [t('timing.between', { from: window.from, to: window.to })]),
      ...(when === undefined ? [] : [t('timing.ifTrue')]),
      ...(on_failure === 'continue' ? [t('timing.goesOn')] : []),
    ].join(' · ');
}
