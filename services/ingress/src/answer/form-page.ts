import { leadFields } from '@taskhook/contracts';
import type { FieldError, TaskhookError } from '@taskhook/errors';
import type { Language } from './language.ts';
import { pageTexts, type PageTexts } from './page-texts.ts';

/** What the visitor of a form sees when their details are safe. A whole page that loads nothing. */
export function thanksPage(language: Language): string {
  return page(language, pageTexts[language].thanks, []);
}

/** What the visitor sees when they are not. It says nothing that stands in the request. */
export function problemPage(language: Language, error: TaskhookError): string {
  const texts = pageTexts[language];
  if (error.code === 'invalid_lead') {
    return page(language, texts.invalid, invalidFields(texts, error.errors ?? []));
  }
  return page(language, error.retry ? texts.later : texts.failed, []);
}

function invalidFields(texts: PageTexts, errors: readonly FieldError[]): string[] {
  return leadFields.flatMap((name) => {
    const error = errors.find(({ field }) => field === name);
    if (error === undefined) return [];
    const label = texts.fields[name];
    return [error.message === 'is required' ? texts.isMissing(label) : texts.isWrong(label)];
  });
}

const STYLE =
  ':root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;' +
  'font:1.125rem/1.5 system-ui,sans-serif}main{max-width:32rem;padding:2rem}h1{font-size:1.75rem;line-height:1.2}';

/** The texts are our own, so nothing in them has to be escaped. A button posts to the page's own address. */
export function page(
  language: Language,
  { title, text }: PageTexts['thanks'],
  items: readonly string[] = [],
  button?: string,
): string {
  const list = items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const form = button === undefined ? '' : `<form method="post"><button>${button}</button></form>`;
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head>` +
    `<body><main><h1>${title}</h1><p>${text}</p>${list}${form}</main></body></html>\n`
  );
}
