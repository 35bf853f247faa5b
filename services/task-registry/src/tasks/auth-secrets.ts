import { HIDDEN_SECRET, type Auth, type TaskDefinition } from '@taskhook/contracts';

/** The auth with each of its secrets replaced; `place` is the secret's path within it. */
export function mapSecrets(auth: Auth, map: (secret: string, place: string) => string): Auth {
  if (auth.type === 'none') return auth;
  const secrets = auth.secrets.map((secret, index) => map(secret, `secrets.${index}`));
  if (auth.type !== 'hmac' || auth.verify_token === undefined) return { ...auth, secrets };
  return { ...auth, secrets, verify_token: map(auth.verify_token, 'verify_token') };
}

export function secretsByPlace(auth: Auth): Map<string, string> {
  const secrets = new Map<string, string>();
  mapSecrets(auth, (secret, place) => {
    secrets.set(place, secret);
    return secret;
  });
  return secrets;
}

/** The definition as the API shows it. */
export function withHiddenSecrets(definition: TaskDefinition): TaskDefinition {
  return { ...definition, auth: mapSecrets(definition.auth, () => HIDDEN_SECRET) };
}
