import { limits, splitSecrets, type ConnectionSettings } from '@taskhook/contracts';

const SHORTEST_SECRET = 4;

/** The start of an answer, with the connection's secrets taken out: some receivers give back what they got. */
export function answerText(settings: ConnectionSettings, text: string): { answer?: string } {
  if (text === '') return {};
  const { secrets } = splitSecrets(settings.provider, settings);
  let shown = text;
  for (const secret of textsOf(secrets)) shown = shown.replaceAll(secret, '•••');
  return { answer: shown.slice(0, limits.answerBytes) };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length < SHORTEST_SECRET ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
