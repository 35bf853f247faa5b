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

/** Those that the first page does without. */
const loadFurther = {
  en: async () => (await import('./en/further.ts')).further,
  it: async () => (await import('./it/further.ts')).further,
};

let isFurtherWanted = false;

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

/** Fetches the words of all features, before the first page that is of another one than the list of tasks. */
export async function fetchFurtherWords(): Promise<void> {
  isFurtherWanted = true;
  const language = i18n.language as Language;
  addWords(language, await loadFurther[language]());
}

/** Shows everything in another language, and remembers the choice in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  addWords(language, await load[language]());
  if (isFurtherWanted) addWords(language, await loadFurther[language]());
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}

/** A namespace may come in several parts. */
function addWords(language: Language, words: object): void {
  for (const [namespace, part] of Object.entries(words)) {
    i18n.addResourceBundle(language, namespace, part, true);
  }
}
