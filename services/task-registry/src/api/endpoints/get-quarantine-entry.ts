import { QuarantineEntry } from '@taskhook/contracts';
import { findEntry } from '../../quarantine/find-entry.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { QuarantineParams } from '../parameters.ts';

export const getQuarantineEntryEndpoint = defineEndpoint({
  id: 'getQuarantineEntry',
  method: 'get',
  path: '/v1/quarantine/:id',
  tag: 'Quarantine',
  summary: 'Show a quarantined request, whole',
  params: QuarantineParams,
  answer: { status: 200, description: 'The request and what was wrong with it', schema: QuarantineEntry },
  errors: ['not_found'],
  handle: ({ store }, { params }) => findEntry(store, params.id),
});
