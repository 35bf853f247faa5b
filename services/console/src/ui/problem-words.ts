import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';

const told = [
  'offline',
  'unavailable',
  'unauthorized',
  'forbidden',
  'not_found',
  'conflict',
  'invalid_request',
  'invalid_task',
  'invalid_lead',
  'body_too_large',
  'rate_limited',
] as const;

/** The words for a problem, as a key of the namespace `problems`. */
export function wordsKeyOf(error: unknown): (typeof told)[number] | 'other' {
  return told.find((known) => isProblem(error, known)) ?? 'other';
}

/** What a problem is called and what to do about it, in the language of the page. */
export function useProblemWords(error: unknown): { title: string; advice: string } {
  const { t } = useTranslation('problems');
  const code = wordsKeyOf(error);
  return { title: t(`${code}.title`), advice: t(`${code}.advice`) };
}
