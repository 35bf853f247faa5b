import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberLanguage, type Language } from './languages.ts';

/** For what is outside of the components; these use `useTranslation`. */
export const i18n = createInstance();

/** The words of one language, fetched when it is first shown. */
const load = {
  en: async () => (await import('./en/index.ts')).en,
  it: async () => (await import('./it/index.ts')).it,
};

/** Makes ready to translate into this language; the page is then in it. */
export async function startI18n(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    resources: { [language]: await load[language]() },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Shows everything in another language, and remembers the choice in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await load[language]())) {
    i18n.addResourceBundle(language, namespace, words);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}
