import { LiveEvents, LiveFilter } from '../../live/live-events.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const watchRunsEndpoint = defineEndpoint({
  id: 'watchRuns',
  method: 'get',
  path: '/v1/events/runs',
  tag: 'Runs',
  summary:
    'Watch runs change, as server-sent events; with `task_id` also samples. At most ten runs a second are told one by one',
  query: LiveFilter,
  answer: {
    status: 200,
    description:
      'A stream of the events `run`, `sample`, `more`, `resync` and `end`; `data` of each is the member of its name',
    schema: LiveEvents,
    isStream: true,
  },
  errors: ['invalid_request', 'rate_limited'],
  handle: ({ live, sessions }, { query }, { caller, openStream }) => {
    const mayStay = async () => caller.by !== 'session' || (await sessions.find(caller.token)) !== undefined;
    return live.watch(query, mayStay, openStream);
  },
});
