import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Connection } from '../../../api/types.ts';
import type { Channel } from './steps.ts';

const MOST = 100;

const connectionsQuery = queryOptions({
  queryKey: queryKeys.connections.choices,
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/v1/connections', { params: { query: { limit: MOST } }, signal }))).items,
});

/** What the steps of a channel can be sent with. */
const providers: Record<Channel, readonly Connection['provider'][]> = {
  preview: [],
  http: [],
  email: ['smtp'],
  sms: ['twilio', 'sms-http'],
  whatsapp: ['whatsapp'],
};

/** The connections that fit a channel. */
export function useConnections(channel: Channel): Connection[] {
  const { data = [] } = useQuery(connectionsQuery);
  return data.filter(({ provider }) => providers[channel].includes(provider));
}

/** The connection that a new step begins with: the newest that fits, '' where there is none. */
export function useFirstConnection(): (channel: Channel) => string {
  const { data = [] } = useQuery(connectionsQuery);
  return (channel) => data.find(({ provider }) => providers[channel].includes(provider))?.id ?? '';
}
