import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberLanguage, type Language } from './languages.ts';

/** For what is outside of the components; these use `useTranslation`. */
export const i18n = createInstance();

/**
 * The words of one language by when they are fetched: with the frame and the first page, for
 * what needs a person, to sign in, or with any other page. */
const parts = {
  first: {
    en: async () => (await import('./en/index.ts')).en,
    it: async () => (await import('./it/index.ts')).it,
  },
  notices: {
    en: () => import('./en/notices.ts'),
    it: () => import('./it/notices.ts'),
  },
  session: {
    en: () => import('./en/session.ts'),
    it: () => import('./it/session.ts'),
  },
  further: {
    en: async () => (await import('./en/further.ts')).further,
    it: async () => (await import('./it/further.ts')).further,
  },
};

const wanted = new Set<keyof typeof parts>(['first']);
const started = Promise.withResolvers<void>();

/** Makes ready to translate into this language; the page is then in it. */
export async function startI18n(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    resources: { [language]: await parts.first[language]() },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
  started.resolve();
}

/** Fetches the words of all features, before the first page that is of another one than the list of tasks. */
export const fetchFurtherWords = (): Promise<void> => fetchWords('further');

/** Fetches those of the notices. */
export const fetchNoticeWords = (): Promise<void> => fetchWords('notices');

/** Fetches those of the sign-in page. */
export const fetchSessionWords = (): Promise<void> => fetchWords('session');

async function fetchWords(part: keyof typeof parts): Promise<void> {
  wanted.add(part);
  // The first page may be on its way before the language is known.
  await started.promise;
  const language = i18n.language as Language;
  addWords(language, await parts[part][language]());
}

/** Shows everything in another language, and remembers the choice in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  for (const part of wanted) addWords(language, await parts[part][language]());
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
