import { useTranslation } from 'react-i18next';
import { brandOf } from '../api/sources.ts';

const own = ['auto', 'generic', 'form', 'test'] as const;

/** What a kind of sender is called. */
export function useSourceName(): (source: string) => string {
  const { t } = useTranslation('tasks');
  return (source) => {
    const word = own.find((known) => known === source);
    return word === undefined ? (brandOf(source) ?? source) : t(`sources.${word}`);
  };
}
