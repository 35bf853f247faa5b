import type { Task } from './types.ts';

type Source = Task['source'];

/** Senders by the names that they give themselves; the rest are read from their own word. */
const names: Readonly<Partial<Record<Source, string>>> = {
  meta: 'Facebook Lead Ads',
  hubspot: 'HubSpot',
  gohighlevel: 'GoHighLevel',
  n8n: 'n8n',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  wpforms: 'WPForms',
  activecampaign: 'ActiveCampaign',
  clickfunnels: 'ClickFunnels',
  zoho: 'Zoho CRM',
};

/** Every kind of sender, those that people have most first; the compiler holds it to the API's own list. */
const order: Record<Source, true> = {
  auto: true,
  form: true,
  meta: true,
  zapier: true,
  make: true,
  n8n: true,
  pabbly: true,
  hubspot: true,
  gohighlevel: true,
  generic: true,
  activecampaign: true,
  calendly: true,
  clickfunnels: true,
  'contact-form-7': true,
  elementor: true,
  'google-ads': true,
  'google-forms': true,
  'google-sheets': true,
  'gravity-forms': true,
  instapage: true,
  jotform: true,
  leadpages: true,
  linkedin: true,
  pipedrive: true,
  privyr: true,
  salesforce: true,
  squarespace: true,
  tally: true,
  tiktok: true,
  typeform: true,
  unbounce: true,
  webflow: true,
  wix: true,
  wpforms: true,
  zoho: true,
};

export const sources = Object.keys(order) as Source[];

export const isSource = (word: string): word is Source => word in order;

/** The name of a brand, or undefined for `auto`, `generic` and `form`, which each language has a word for. */
export function brandOf(source: string): string | undefined {
  if (source === 'auto' || source === 'generic' || source === 'form') return undefined;
  const named = isSource(source) ? names[source] : undefined;
  return named ?? source.replaceAll('-', ' ').replaceAll(/\b\w/g, (letter) => letter.toUpperCase());
}
