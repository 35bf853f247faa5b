import type { Provider } from '@taskhook/contracts';
import { providerTitle } from './provider-title.ts';

/** What somebody has to do whose task gets ids of leads and cannot fetch them. */
export function connectionMissing(provider: Provider): string {
  return (
    `This task needs a connection to ${providerTitle(provider)}: ` +
    'make one with an access token and name it in the task as source_connection.'
  );
}
