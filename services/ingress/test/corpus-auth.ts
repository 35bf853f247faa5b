import type { Auth, AuthPreset } from '@taskhook/contracts';

/** When the requests with a time in their signature were signed. */
const SIGNED = 1_760_000_000_000;

export interface SignedFile {
  auth: Auth;
  now: number;
}

/** How the senders of the corpus show who they are, with the secrets that the files tell. */
export const corpusAuth: Readonly<Record<string, SignedFile>> = {
  '01-meta-dashboard-test-button': hmac('meta', 'meta-app-secret-sample'),
  '01-meta-leadgen-change': hmac('meta', 'meta-app-secret-sample'),
  '02-google-ads-lead': body('google_key', 'sample-google-key'),
  '02-google-ads-send-test-data': body('google_key', 'sample-google-key'),
  '02-google-ads-split-name-custom-question': body('google_key', 'sample-google-key'),
  '03-tiktok-lead': hmac('tiktok', 'tiktok-app-secret-sample'),
  '04-linkedin-lead-created': hmac('linkedin', 'linkedin-client-secret-sample'),
  '05-zapier-json-flat': at({ type: 'header', name: 'X-Chain-Key', secrets: ['shared-key'] }),
  '09-hubspot-subscription-contact-creation': hmac('hubspot-v3', 'hubspot-client-secret-sample'),
  '11-pipedrive-v1-added-person': at({ type: 'basic', username: 'leads', secrets: ['s3cret'] }),
  '14-zoho-notification': body('token', 'TOKEN_FOR_VERIFICATION_OF_1000000068001'),
  '15-typeform-form-response': hmac('typeform', 'typeform-secret-sample'),
  '15-typeform-partial': hmac('typeform', 'typeform-secret-sample'),
  '18-wpforms-json': hmac('wpforms', 'wpforms-secret-sample'),
  '19-webflow-v2-form-submission': hmac('webflow', 'webflow-webhook-secret-sample', 1_705_329_000_000),
  '22-calendly-invitee-canceled': hmac('calendly', 'calendly-signing-key-sample'),
  '22-calendly-invitee-created': hmac('calendly', 'calendly-signing-key-sample'),
};

/** How the file's sender is checked, and when; nobody is where it shows nothing. */
export function authOf(name: string): SignedFile {
  return corpusAuth[name] ?? at({ type: 'none' });
}

function at(auth: Auth, now = SIGNED): SignedFile {
  return { auth, now };
}

function hmac(preset: AuthPreset, secret: string, now?: number): SignedFile {
  return at({ type: 'hmac', preset, secrets: [secret] }, now);
}

function body(field: string, secret: string): SignedFile {
  return at({ type: 'body', field, secrets: [secret] });
}
