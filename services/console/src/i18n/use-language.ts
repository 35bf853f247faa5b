import { useTranslation } from 'react-i18next';
import { switchLanguage } from './i18n.ts';
import type { Language } from './languages.ts';

/** The language that is shown, and how to show another. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation();
  return [i18n.language as Language, (language) => void switchLanguage(language)];
}
