import type { AuthPreset, SignatureRecipe } from '@taskhook/contracts';

export interface SignaturePreset {
  /** The sender, or the standard. */
  title: string;
  /** Where the scheme is described. */
  docs: string;
  recipe: SignatureRecipe;
}

/** The signatures of senders that are known. */
export const signaturePresets: Record<AuthPreset, SignaturePreset> = {
  meta: {
    title: 'Meta',
    docs: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started',
    recipe: { ...hexSha256('X-Hub-Signature-256'), prefix: 'sha256=' },
  },
  // TikTok signs its JSON with every character beyond ASCII escaped, and sends it unescaped.
  tiktok: {
    title: 'TikTok',
    docs: 'https://business-api.tiktok.com/portal/docs?id=1759978341579777',
    recipe: { ...hexSha256('X-Open-Signature'), body_escape: 'ascii' },
  },
  // The prefix is part of the text that LinkedIn signs.
  linkedin: {
    title: 'LinkedIn',
    docs: 'https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation',
    recipe: { ...hexSha256('X-LI-Signature'), prefix: 'hmacsha256=', signed: 'hmacsha256={body}' },
  },
  'hubspot-v3': {
    title: 'HubSpot',
    docs: 'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation',
    recipe: {
      ...base64Sha256('X-HubSpot-Signature-v3'),
      signed: '{method}{decoded_url}{body}{timestamp}',
      timestamp: { header: 'X-HubSpot-Request-Timestamp', unit: 'ms' },
    },
  },
  typeform: {
    title: 'Typeform',
    docs: 'https://www.typeform.com/developers/webhooks/secure-your-webhooks/',
    recipe: { ...base64Sha256('Typeform-Signature'), prefix: 'sha256=' },
  },
  tally: {
    title: 'Tally',
    docs: 'https://tally.so/help/webhooks',
    recipe: base64Sha256('Tally-Signature'),
  },
  calendly: {
    title: 'Calendly',
    docs: 'https://developer.calendly.com/api-docs/overview/webhooks/webhook-signatures',
    recipe: {
      ...hexSha256('Calendly-Webhook-Signature'),
      field: 'v1',
      signed: '{timestamp}.{body}',
      timestamp: { field: 't', unit: 's', tolerance: '3m' },
    },
  },
  webflow: {
    title: 'Webflow',
    docs: 'https://developers.webflow.com/data/docs/working-with-webhooks',
    recipe: {
      ...hexSha256('X-Webflow-Signature'),
      signed: '{timestamp}:{body}',
      timestamp: { header: 'X-Webflow-Timestamp', unit: 'ms' },
    },
  },
  wpforms: {
    title: 'WPForms',
    docs: 'https://wpforms.com/docs/how-to-install-and-use-the-webhooks-addon-with-wpforms/',
    recipe: {
      ...hexSha256('X-WPForms-Webhook-Signature'),
      field: 'v',
      signed: '{timestamp}.{body}',
      timestamp: { field: 't', unit: 's' },
      form_body: 'php-json',
    },
  },
  'standard-webhooks': {
    title: 'Standard Webhooks',
    docs: 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md',
    recipe: {
      ...base64Sha256('webhook-signature'),
      prefix: 'v1,',
      signed: '{id}.{timestamp}.{body}',
      timestamp: { header: 'webhook-timestamp', unit: 's' },
      id_header: 'webhook-id',
      secret_encoding: 'whsec',
    },
  },
};

function hexSha256(header: string) {
  return { header, algorithm: 'sha256', encoding: 'hex', signed: '{body}' } as const;
}

function base64Sha256(header: string) {
  return { header, algorithm: 'sha256', encoding: 'base64', signed: '{body}' } as const;
}
