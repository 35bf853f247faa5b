import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';

/** What the API says of a field, and the words that the console has for it. */
const known = [
  ['has to be given again with a new address', 'giveAgain'],
  ['is required beside username', 'passwordToo'],
  ['is required beside password', 'usernameToo'],
  ['must be plain ASCII without blanks', 'blanks'],
  ['or messaging_service_sid must be given, one of the two', 'oneSender'],
  ['must be an RSA or Ed25519 key in PEM, without a passphrase', 'pem'],
  ['is not a header that can be set', 'header'],
  ['must start with http:// or https:// and a host that is no template', 'gatewayHost'],
] as const;

/** What the API found wrong, by field. */
export function useServerWords(error: unknown): Readonly<Record<string, string>> {
  const { t } = useTranslation('connections');
  if (!isProblem(error, 'invalid_request')) return {};
  return Object.fromEntries(
    error.errors.map(({ field, message }) => {
      const words = known.find(([text]) => text === message)?.[1];
      return [field, words === undefined ? message : t(`said.${words}`)];
    }),
  );
}
