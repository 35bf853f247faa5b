import type { SettingsOf } from '@taskhook/contracts';
import { callOnce } from './call-once.ts';
import type { Outbound } from './outbound.ts';

/** A WhatsApp template as Meta has it; `status` is `APPROVED` where it can be sent. */
export interface ApprovedTemplate {
  status: string;
  /** How many different places its body has, `{{1}}`, `{{2}}`, … or by name. */
  bodyPlaces: number;
}

const ENOUGH_MS = 3_000;

/**
 * Reads a template of the connection's WhatsApp Business Account. Null: it has none of this name and
 * language. Undefined: nobody knows, since the account is not given, or does not answer soon.
 * See https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates
 */
export async function approvedTemplate(
  settings: SettingsOf<'whatsapp'>,
  outbound: Outbound,
  { name, language }: { name: string; language: string },
): Promise<ApprovedTemplate | null | undefined> {
  const { base_url, api_version, business_account_id, access_token } = settings;
  if (business_account_id === undefined) return undefined;
  const base = (base_url ?? 'https://graph.facebook.com').replace(/\/+$/, '');
  const query = new URLSearchParams({ name, language, fields: 'name,language,status,components' });
  const url = `${base}/${api_version ?? 'v25.0'}/${business_account_id}/message_templates?${query.toString()}`;
  const headers = { authorization: `Bearer ${access_token}`, accept: 'application/json' };
  const request = { method: 'GET', url, headers } as const;
  const result = await callOnce(outbound, request, AbortSignal.timeout(ENOUGH_MS)).catch(() => undefined);
  if (result?.answered !== true || result.status !== 200) return undefined;
  const found = templatesIn(result.text);
  // Meta looks for names that contain the one given.
  return found?.find((one) => one.name === name && one.language === language)?.template ?? (found && null);
}

interface Found {
  name: unknown;
  language: unknown;
  template: ApprovedTemplate;
}

interface GraphTemplate {
  name?: unknown;
  language?: unknown;
  status?: unknown;
  components?: { type?: unknown; text?: unknown }[];
}

function templatesIn(text: string): Found[] | undefined {
  try {
    const { data } = JSON.parse(text) as { data: GraphTemplate[] };
    return data.map(({ name, language, status, components = [] }) => ({
      name,
      language,
      template: { status: String(status), bodyPlaces: placesOf(components) },
    }));
  } catch {
    return undefined;
  }
}

function placesOf(components: NonNullable<GraphTemplate['components']>): number {
  const body = components.find(({ type }) => type === 'BODY')?.text;
  const places = typeof body === 'string' ? body.matchAll(/\{\{\s*(\w+)\s*\}\}/g) : [];
  return new Set([...places].map(([, place]) => place)).size;
}
