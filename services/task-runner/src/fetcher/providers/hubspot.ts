import { jsonOf, memberAt } from '../../json-member.ts';
import { pathId, type Fetched, type LeadProvider, type ReadPath } from './provider.ts';

/** Properties that HubSpot gives by default are few; those of its own that tell something of a person. */
const PROPERTIES = [
  'firstname',
  'lastname',
  'email',
  'phone',
  'mobilephone',
  'hs_calculated_phone_number',
  'salutation',
  'jobtitle',
  'company',
  'industry',
  'website',
  'address',
  'city',
  'state',
  'zip',
  'country',
  'date_of_birth',
  'message',
  'hs_language',
  'lifecyclestage',
  'hs_lead_status',
  'hs_analytics_source',
  'hs_analytics_source_data_1',
  'hs_analytics_source_data_2',
  'hs_analytics_first_url',
  'recent_conversion_event_name',
  'first_conversion_event_name',
  'createdate',
].join(',');

/** The number of HubSpot's type for leads, which are objects of their own that point to a contact. */
const LEADS = '0-136';

/**
 * A contact by the id of a subscription's event.
 * https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide
 */
export const hubspot: LeadProvider = {
  title: 'HubSpot',
  permission: 'crm.objects.contacts.read',
  baseUrl: () => 'https://api.hubapi.com',
  headers: (token) => ({ authorization: `Bearer ${token}` }),
  path: ({ lead_id, ids }) => {
    const id = pathId(lead_id);
    if (id === undefined) return undefined;
    const isLead = ids['objectTypeId'] === LEADS;
    return isLead ? `/crm/v3/objects/${LEADS}/${id}?associations=contacts` : contactPath(id);
  },
  complete: withContact,
};

const contactPath = (id: string): string => `/crm/v3/objects/contacts/${id}?properties=${PROPERTIES}`;

/** Of a lead the contact is what counts. */
function withContact(body: Buffer, read: ReadPath): Promise<Fetched> {
  const contacts = memberAt(jsonOf(body), 'associations', 'contacts');
  const id = pathId(memberAt(contacts, 'results', 0, 'id'));
  return id === undefined ? Promise.resolve({ ok: true, body }) : read(contactPath(id));
}
