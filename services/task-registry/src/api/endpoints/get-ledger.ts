import { LedgerView, ledgerView } from '../../figures/ledger-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getLedgerEndpoint = defineEndpoint({
  id: 'getLedger',
  method: 'get',
  path: '/v1/ledger',
  tag: 'Operations',
  summary: 'Show what became of every lead that was accepted, and whether the figures balance',
  answer: { status: 200, description: 'The ledger', schema: LedgerView },
  errors: [],
  handle: (registry) => ledgerView(registry),
});
