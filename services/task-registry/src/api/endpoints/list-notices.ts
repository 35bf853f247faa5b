import { Type } from 'typebox';
import { Notice, notices } from '../../operations/notices.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const listNoticesEndpoint = defineEndpoint({
  id: 'listNotices',
  method: 'get',
  path: '/v1/notices',
  tag: 'Operations',
  summary: 'List what needs a person now, worst first',
  answer: { status: 200, description: 'The notices', schema: Type.Object({ items: Type.Array(Notice) }) },
  errors: [],
  handle: (registry) => notices(registry),
});
