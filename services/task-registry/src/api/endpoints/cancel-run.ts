import { Run } from '@taskhook/contracts';
import { cancelRun } from '../../runs/cancel-run.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { RunParams } from '../parameters.ts';

export const cancelRunEndpoint = defineEndpoint({
  id: 'cancelRun',
  method: 'post',
  path: '/v1/runs/:id/cancel',
  tag: 'Runs',
  summary: 'End a run that has not ended; a call that is on its way is not taken back',
  params: RunParams,
  answer: { status: 200, description: 'The cancelled run', schema: Run },
  errors: ['not_found', 'conflict'],
  handle: (registry, { params }) => cancelRun(registry, params.id),
});
