import { useTranslation } from 'react-i18next';
import type { QuarantineEntry } from '../../api/types.ts';

type FieldError = QuarantineEntry['errors'][number];

const fields = ['full_name', 'phone', 'email'] as const;
const codes = ['malformed_body', 'unsupported_media_type', 'invalid_lead', 'connection_missing'] as const;

/** How messages of the API about a field begin, and the words for them. */
const causes = [
  ['is required', 'required'],
  ['is not a phone number', 'phone'],
  ['is not an e-mail address', 'email'],
] as const;

/** Why a request gave no lead, in the language of the page. */
export function useCauseWords() {
  const { t } = useTranslation('quarantine');
  /** Of a field of ours by its name; of a request of several leads with the number of the lead. */
  const fieldName = (path: string): string => {
    const [, number, name = path] = /^(?:(\d+)\.)?(.*)$/.exec(path) ?? [];
    const known = fields.find((field) => field === name);
    const shown = known === undefined ? name : t(`fields.${known}`);
    return number === undefined ? shown : t('fields.ofLead', { n: Number(number) + 1, field: shown });
  };
  const errorWords = ({ field, message }: FieldError): string => {
    const known = causes.find(([start]) => message.startsWith(start))?.[1];
    const words = known === undefined ? message : t(`causes.${known}`);
    return field === '' ? words : `${fieldName(field)}: ${words}`;
  };
  const codeWords = ({ code, detail }: Pick<QuarantineEntry, 'code' | 'detail'>): string => {
    const known = codes.find((one) => one === code);
    return known === undefined ? detail : t(`codes.${known}`);
  };
  return { errorWords, codeWords };
}
