import { Run } from '@taskhook/contracts';
import { findRun } from '../../runs/find-run.ts';
import { toRun } from '../../runs/run-view.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import { RunParams } from '../parameters.ts';

export const getRunEndpoint = defineEndpoint({
  id: 'getRun',
  method: 'get',
  path: '/v1/runs/:id',
  tag: 'Runs',
  summary: 'Show a run with its steps and attempts',
  params: RunParams,
  answer: { status: 200, description: 'The run', schema: Run },
  errors: ['not_found'],
  handle: async ({ store }, { params }) => toRun(await findRun(store, params.id)),
});
