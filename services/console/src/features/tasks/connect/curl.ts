import type { Auth } from '../../../api/types.ts';

const lead = { full_name: 'Giulia Bianchi', phone: '+39 347 7654321', email: 'giulia.bianchi@example.com' };

/** A `curl` that sends a lead, with the place of the secret that the task asks for. A signature it cannot make. */
export function curlFor(url: string, auth: Auth): string {
  const body = auth.type === 'body' ? { ...lead, [auth.field]: '<secret>' } : lead;
  const address = auth.type === 'query' ? `${url}?${encodeURIComponent(auth.name)}=<secret>` : url;
  const options = [
    "-H 'content-type: application/json'",
    ...(auth.type === 'header' ? [`-H '${auth.name}: <secret>'`] : []),
    ...(auth.type === 'basic' ? [`-u '${auth.username}:<secret>'`] : []),
    `-d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`,
  ];
  return [`curl -X POST '${address}'`, ...options].join(' \\\n  ');
}
