import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { cursorPages } from '../../api/cursor-pages.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { ListedPerson } from './read-list.ts';

const PAGE = 50;

/** Every address that is suppressed, in the order of their hashes. */
export const suppressionListQuery = cursorPages({
  queryKey: queryKeys.suppressions.list,
  fetchPage: (cursor, signal) => {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    return answerOf(api.GET('/v1/suppressions', { params: { query }, signal }));
  },
});

export interface LookedUp extends ListedPerson {
  default_country: string;
}

/** The suppression of an address, if there is one. What was looked up is forgotten with the page. */
export const lookupQuery = (address: LookedUp) =>
  queryOptions({
    queryKey: queryKeys.suppressions.lookup(address),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/suppressions', { params: { query: address }, signal })),
    gcTime: 0,
  });
