import type { Auth } from '../../../api/types.ts';

type Hmac = Extract<Auth, { type: 'hmac' }>;
export type Preset = NonNullable<Hmac['preset']>;

/** The signatures of senders that are known. */
const presetOrder: Record<Preset, true> = {
  meta: true,
  tiktok: true,
  linkedin: true,
  'hubspot-v3': true,
  typeform: true,
  tally: true,
  calendly: true,
  webflow: true,
  wpforms: true,
  'standard-webhooks': true,
};
export const presets = Object.keys(presetOrder) as Preset[];

export const authTypes = ['none', 'header', 'basic', 'query', 'body', 'hmac'] as const;

/** What the form holds, whichever type is chosen: a change of type keeps what was typed. */
export interface AuthValues {
  type: Auth['type'];
  /** Of the header, parameter or field, or the user. */
  name: string;
  preset: Preset | null;
  secrets: string[];
  verify_token: string;
}

export function toAuthValues(auth: Auth): AuthValues {
  return {
    type: auth.type,
    name: nameOf(auth),
    preset: auth.type === 'hmac' ? (auth.preset ?? null) : 'standard-webhooks',
    secrets: auth.type === 'none' ? [''] : [...auth.secrets],
    verify_token: auth.type === 'hmac' ? (auth.verify_token ?? '') : '',
  };
}

/** As the API takes it. A recipe that was written through the API is kept while its type stays. */
export function toAuth(values: AuthValues, before: Auth): Auth {
  const { type, name, preset, verify_token } = values;
  const secrets = values.secrets.map((secret) => secret.trim()).filter((secret) => secret !== '');
  if (type === 'none') return { type };
  if (type === 'basic') return { type, username: name, secrets };
  if (type === 'body') return { type, field: name, secrets };
  if (type !== 'hmac') return { type, name, secrets };
  const recipe = before.type === 'hmac' ? before.recipe : undefined;
  return {
    type,
    secrets,
    ...(preset !== null && { preset }),
    ...(recipe !== undefined && { recipe }),
    ...(preset === 'meta' && verify_token !== '' && { verify_token }),
  };
}

function nameOf(auth: Auth): string {
  if (auth.type === 'header' || auth.type === 'query') return auth.name;
  if (auth.type === 'basic') return auth.username;
  return auth.type === 'body' ? auth.field : 'x-taskhook-key';
}

/** 256 random bits in hexadecimal. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
