import type { FetchTarget } from '@taskhook/contracts';
import { expect, test } from 'vitest';
import { leadProviders } from './index.ts';

const target = (changes: Partial<FetchTarget>): FetchTarget => ({
  provider: 'meta',
  lead_id: '1958340478230000',
  ids: {},
  ...changes,
});

test.each(['meta', 'linkedin', 'hubspot', 'zoho'] as const)(
  '%s: an id that could lead the token elsewhere has no path',
  (provider) => {
    const { path } = leadProviders[provider];
    for (const lead_id of ['', '.', '..', '../me', 'a/b', 'a?b', 'a#b', 'a b', '%2e', 'x'.repeat(201)]) {
      expect(path(target({ lead_id, ids: { module: 'Leads' } }))).toBeUndefined();
    }
  },
);

test.each(['meta', 'linkedin', 'hubspot', 'zoho'] as const)(
  '%s: the token is in the Authorization header, and nowhere else',
  (provider) => {
    const { headers, path } = leadProviders[provider];
    const { authorization, ...others } = headers('s3cret');
    expect(authorization).toMatch(/^(Bearer|Zoho-oauthtoken) s3cret$/);
    expect(JSON.stringify([others, path(target({ ids: { module: 'Leads' } }))])).not.toContain('s3cret');
  },
);

test('Zoho: the notification chooses among the data centres of Zoho, and no other address', () => {
  const baseOf = (resource_uri: unknown) => leadProviders.zoho.baseUrl(target({ ids: { resource_uri } }));
  expect(baseOf('https://www.zohoapis.eu/crm/v6/Leads')).toBe('https://www.zohoapis.eu');
  expect(baseOf('https://www.zohoapis.eu.evil.example/crm/v6/Leads')).toBe('https://www.zohoapis.com');
  expect(baseOf('http://www.zohoapis.eu/')).toBe('https://www.zohoapis.com');
  expect(baseOf(7)).toBe('https://www.zohoapis.com');
});

test('Zoho: the module is a name, or an object with its API name; another one has no path', () => {
  const pathOf = (module: unknown) => leadProviders.zoho.path(target({ lead_id: '5', ids: { module } }));
  expect(pathOf('Leads')).toBe('/crm/v8/Leads/5');
  expect(pathOf({ api_name: 'Contacts', id: '1' })).toBe('/crm/v8/Contacts/5');
  expect(pathOf('../settings')).toBeUndefined();
  expect(pathOf(undefined)).toBeUndefined();
});

test('HubSpot: a lead object is read for its contact', () => {
  const { path } = leadProviders.hubspot;
  expect(path(target({ lead_id: '51', ids: { objectTypeId: '0-136' } }))).toBe(
    '/crm/v3/objects/0-136/51?associations=contacts',
  );
  expect(path(target({ lead_id: '51' }))).toMatch(/^\/crm\/v3\/objects\/contacts\/51\?properties=firstname,/);
});
