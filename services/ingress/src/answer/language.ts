export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

const RANGE = /^([a-z]{1,8})(?:-[a-z0-9-]*)?(?:\s*;\s*q=([01](?:\.\d{0,3})?))?$/i;

/** The language of a page for a visitor, by `Accept-Language` (RFC 9110, 12.5.4); English for others. */
export function preferredLanguage(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'en', weight: 0 };
  for (const range of (header ?? '').slice(0, 500).split(',')) {
    const [, name, weight = '1'] = RANGE.exec(range.trim()) ?? [];
    const language = languages.find((one) => one === name?.toLowerCase());
    if (language !== undefined && Number(weight) > best.weight) best = { language, weight: Number(weight) };
  }
  return best.language;
}
