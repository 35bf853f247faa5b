/** Senders by the names that they give themselves; the rest are read from their own word. */
const names: Readonly<Record<string, string>> = {
  meta: 'Facebook Lead Ads',
  zapier: 'Zapier',
  make: 'Make',
  n8n: 'n8n',
  pabbly: 'Pabbly',
  hubspot: 'HubSpot',
  gohighlevel: 'GoHighLevel',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  wpforms: 'WPForms',
  activecampaign: 'ActiveCampaign',
  clickfunnels: 'ClickFunnels',
};

/** The name of a brand, or undefined for `auto`, `generic` and `form`, which each language has a word for. */
export function brandOf(source: string): string | undefined {
  if (source === 'auto' || source === 'generic' || source === 'form') return undefined;
  return names[source] ?? source.replaceAll('-', ' ').replaceAll(/\b\w/g, (letter) => letter.toUpperCase());
}
