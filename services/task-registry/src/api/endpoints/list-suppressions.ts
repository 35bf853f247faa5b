import { Type } from 'typebox';
import { pageOf, Suppression, suppressionIdPattern } from '@taskhook/contracts';
import { listSuppressions } from '../../suppressions/list-suppressions.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { AddressQuery, cursor, Limit } from '../parameters.ts';

const Query = Type.Object(
  {
    ...AddressQuery,
    limit: Type.Optional(Limit),
    cursor: Type.Optional(cursor(suppressionIdPattern)),
  },
  { additionalProperties: false },
);

export const listSuppressionsEndpoint = defineEndpoint({
  id: 'listSuppressions',
  method: 'get',
  path: '/v1/suppressions',
  tag: 'Suppressions',
  summary: 'List what is suppressed, or look an address up; addresses are not shown, nor kept',
  query: Query,
  answer: { status: 200, description: 'A page of suppressions', schema: pageOf(Suppression) },
  errors: ['invalid_request'],
  handle: (registry, { query }) => listSuppressions(registry, query),
});
