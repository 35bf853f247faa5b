import { useTranslation } from 'react-i18next';
import type { Run } from '../../api/types.ts';

type Reason = NonNullable<Run['reason']>;
type Code = 'duplicate';

/** A reason in the language of the page, by its code; one that it does not know, as the API words it. */
export function useReasonWords(): (reason: Reason) => string {
  const { t, i18n } = useTranslation('runs');
  return ({ code, message }) =>
    i18n.exists(`runs:reasons.${code}`) ? t(`reasons.${code as Code}`) : message;
}
