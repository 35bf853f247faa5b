export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

/** Each by its own name, so that whoever cannot read the present one finds theirs. */
export const languageNames: Record<Language, string> = { en: 'English', it: 'Italiano' };

const storageKey = 'taskhook-language';

/** The language that was chosen, else the first one of the browser's that there is, else English. */
export function preferredLanguage(
  chosen = localStorage.getItem(storageKey),
  browser: readonly string[] = navigator.languages,
): Language {
  const wanted = [chosen ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.map(asLanguage).find((language) => language !== undefined) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

function asLanguage(tag: string): Language | undefined {
  return languages.find((language) => language === tag);
}
