import { generic } from './generic.ts';
import type { DecodedRequest, SourceAdapter } from './adapter.ts';
import { countKeys, objectsAt } from './shape.ts';

/**
 * Squarespace forms, which have no webhook: they come through a relay such as Zapier, with the
 * labels of the form and Squarespace's own columns beside them.
 * https://support.squarespace.com
 */
export const squarespace: SourceAdapter = {
  name: 'squarespace',
  title: 'Squarespace',
  docs: 'https://support.squarespace.com',
  recognise,
  read: (request) => generic.read(request),
};

const COLUMNS = [
  'Submitted On',
  'Form Name',
  'Form Block Id',
  'Submission Id',
  'submittedOn',
  'websiteId',
  'formBlockId',
];

function recognise({ body }: DecodedRequest): string | null {
  const first = objectsAt(body)[0];
  return first !== undefined && countKeys(first, COLUMNS) >= 2
    ? 'The fields are those of a Squarespace form that a relay passed on.'
    : null;
}
