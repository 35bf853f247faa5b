import { styleText } from 'node:util';
import type { Settings } from './settings.ts';

export interface SummaryFacts {
  settings: Settings;
  adminKey: string;
  /** Signs in to the console once. */
  link: string;
  webhook: string;
  outboundAllow: string;
}

const lead = {
  full_name: 'Giulia Bianchi',
  phone: '+39 347 1234567',
  email: 'giulia.bianchi@example.com',
  extra_fields: { eta: 29, citta: 'Milano', interesse: 'il corso di marketing' },
};

/** What is printed when everything runs. Bold only where `bold` makes it so. */
export function summary(
  { settings, adminKey, link, webhook, outboundAllow }: SummaryFacts,
  bold = onTerminal,
): string {
  const { ports, localHost } = settings;
  const at = (port: number) => `http://${localHost}:${port}`;
  const api = at(ports.REGISTRY_PORT);
  return `
${bold('Taskhook is running.')}

  Console     ${bold(link)}  (this link works once, for 15 minutes; then ${api} with the key)
  API         ${api}  (reference: ${api}/docs)
  Admin key   ${adminKey}
  Webhook     ${bold(webhook)}  (task "Demo")
  Metrics     ${at(ports.INGRESS_ADMIN_PORT)}/metrics (ingress), ${at(ports.REGISTRY_ADMIN_PORT)}/metrics (task-registry), ${at(ports.RUNNER_ADMIN_PORT)}/metrics (task-runner)
  Data        ${settings.dataDir}
  Outgoing    public addresses${outboundAllow && `, and ${outboundAllow}`} (TASKHOOK_OUTBOUND_ALLOW)

${bold('Send a lead')}
  curl -sS '${webhook}' -H 'content-type: application/json' \\
    -d '${JSON.stringify(lead)}'

${bold('See its run')}
  curl -sS '${api}/v1/runs?limit=1' -H 'authorization: Bearer ${adminKey}'

${bold('Ctrl-C stops everything.')}
`;
}

function onTerminal(words: string): string {
  return styleText('bold', words, { stream: process.stdout });
}
