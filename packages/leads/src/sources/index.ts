import { activecampaign } from './activecampaign.ts';
import type { SourceAdapter } from './adapter.ts';
import { calendly } from './calendly.ts';
import { clickfunnels } from './clickfunnels.ts';
import { contactForm7 } from './contact-form-7.ts';
import { elementor } from './elementor.ts';
import { form } from './form.ts';
import { generic } from './generic.ts';
import { gohighlevel } from './gohighlevel.ts';
import { googleAds } from './google-ads.ts';
import { googleForms } from './google-forms.ts';
import { googleSheets } from './google-sheets.ts';
import { gravityForms } from './gravity-forms.ts';
import { hubspot } from './hubspot.ts';
import { instapage } from './instapage.ts';
import { jotform } from './jotform.ts';
import { leadpages } from './leadpages.ts';
import { linkedin } from './linkedin.ts';
import { make } from './make.ts';
import { meta } from './meta.ts';
import { n8n } from './n8n.ts';
import { pabbly } from './pabbly.ts';
import { pipedrive } from './pipedrive.ts';
import { privyr } from './privyr.ts';
import { salesforce } from './salesforce.ts';
import { squarespace } from './squarespace.ts';
import { tally } from './tally.ts';
import { tiktok } from './tiktok.ts';
import { typeform } from './typeform.ts';
import { unbounce } from './unbounce.ts';
import { webflow } from './webflow.ts';
import { wix } from './wix.ts';
import { wpforms } from './wpforms.ts';
import { zapier } from './zapier.ts';
import { zoho } from './zoho.ts';

/**
 * Every sender that is known, the most certain to be recognised first: shapes that nobody else has,
 * then looser ones, then relays by their user agent, which pass on the shapes of others. `generic`
 * takes what is left.
 */
export const sourceAdapters: readonly SourceAdapter[] = [
  meta,
  googleAds,
  tiktok,
  linkedin,
  typeform,
  tally,
  calendly,
  jotform,
  salesforce,
  activecampaign,
  pipedrive,
  gohighlevel,
  hubspot,
  webflow,
  wpforms,
  elementor,
  contactForm7,
  gravityForms,
  unbounce,
  clickfunnels,
  wix,
  zoho,
  pabbly,
  googleForms,
  squarespace,
  instapage,
  leadpages,
  privyr,
  zapier,
  make,
  n8n,
  googleSheets,
  form,
  generic,
];
