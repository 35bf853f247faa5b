import { jsonOf, memberAt } from '../../json-member.ts';
import { pathId, type Fetched, type LeadProvider, type ReadPath } from './provider.ts';

/** Versions are months, each supported for a year: https://learn.microsoft.com/linkedin/marketing/versioning */
const VERSION = '202606';

const FORM = 'form:(hiddenFields,creationLocale,name,id,content)';
const FIELDS = [
  'id',
  'owner',
  'submitter',
  'leadType',
  'leadMetadata',
  'leadMetadataInfo',
  'associatedEntity',
  'associatedEntityInfo',
  'versionedLeadGenFormUrn',
  'submittedAt',
  'testLead',
  'formResponse',
  FORM,
].join(',');

/**
 * A form's response, with the form: the answers carry the numbers of their questions alone.
 * https://learn.microsoft.com/linkedin/marketing/lead-sync/leadsync
 */
export const linkedin: LeadProvider = {
  title: 'LinkedIn Lead Gen Forms',
  permission: 'r_marketing_leadgen_automation',
  baseUrl: () => 'https://api.linkedin.com',
  headers: (token) => ({
    authorization: `Bearer ${token}`,
    'linkedin-version': VERSION,
    'x-restli-protocol-version': '2.0.0',
  }),
  path: ({ lead_id }) => {
    const id = pathId(lead_id);
    return id === undefined ? undefined : `/rest/leadFormResponses/${id}?fields=${FIELDS}`;
  },
  judge: ({ status }) => (status === 426 ? { outcome: 'rejected', detail: `version ${VERSION}` } : undefined),
  complete: withForm,
};

/**
 * Where the response came without its form, the form is read by itself. A form that cannot be read
 * takes no answer away: their values are still there, to be detected.
 */
async function withForm(body: Buffer, read: ReadPath): Promise<Fetched> {
  const response = jsonOf(body);
  if (memberAt(response, 'form') !== undefined) return { ok: true, body };
  const id = formId(memberAt(response, 'versionedLeadGenFormUrn'));
  if (id === undefined) return { ok: true, body };
  const form = await read(`/rest/leadForms/${id}`);
  if (form.ok) return { ok: true, body: joined(body, form.body) };
  const { outcome } = form.verdict;
  return outcome === 'retry' || outcome === 'throttled' ? form : { ok: true, body };
}

/** `urn:li:versionedLeadGenForm:(urn:li:leadGenForm:3162,1)` is the form 3162. */
function formId(urn: unknown): string | undefined {
  return typeof urn === 'string' ? /leadGenForm:(\d+)/.exec(urn)?.[1] : undefined;
}

/** Put together as text: ids beyond 2^53 stay what they are. */
function joined(response: Buffer, form: Buffer): Buffer {
  const text = response.toString('utf8').trimEnd();
  return Buffer.from(`${text.slice(0, -1)},"form":${form.toString('utf8')}}`);
}
