import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { wordsKeyOf } from './problem-words.ts';
import { notifyTrouble } from './notify.ts';

/** Tells in a toast what a call threw, and what to do. That nobody is signed in shows by itself. */
export function useNotifyProblem(): (error: unknown) => void {
  const { t } = useTranslation('problems');
  return (error) => {
    if (isProblem(error, 'unauthorized')) return;
    const code = wordsKeyOf(error);
    notifyTrouble(t(`${code}.title`), t(`${code}.advice`));
  };
}
