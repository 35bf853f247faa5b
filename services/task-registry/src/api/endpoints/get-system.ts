import { SystemReport } from '@taskhook/contracts';
import { systemReport } from '../../system/system-report.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const getSystemEndpoint = defineEndpoint({
  id: 'getSystem',
  method: 'get',
  path: '/v1/system',
  tag: 'Operations',
  summary: 'Get what the running processes tell of themselves',
  answer: { status: 200, description: 'The running processes', schema: SystemReport },
  errors: [],
  handle: (registry) => systemReport(registry),
});
