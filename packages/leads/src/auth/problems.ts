import type { Auth, HmacAuth, SignatureRecipe } from '@taskhook/contracts';
import type { FieldError } from '@taskhook/errors';
import { mergedRecipe, neededParts } from './recipe.ts';
import { secretKey } from './secret-key.ts';
import { namesIn, signedNames } from './signed-text.ts';

/**
 * What is wrong with an `auth` that has the right shape, its secrets opened: everything that would
 * make it refuse all requests or accept forged ones. Fields are paths from the task.
 */
export function authProblems(auth: Auth): FieldError[] {
  if (auth.type === 'hmac') return [...recipeProblems(auth), ...keyProblems(auth)];
  if (auth.type === 'header') {
    return secretProblems(auth.secrets, 'must be plain ASCII, as headers carry nothing else', isHeaderText);
  }
  if (auth.type !== 'basic' || !auth.username.includes(':')) return [];
  return [{ field: 'auth.username', message: 'must not have a colon, which ends it in HTTP Basic' }];
}

function recipeProblems(auth: HmacAuth): FieldError[] {
  const recipe = mergedRecipe(auth);
  const absent = neededParts
    .filter((part) => recipe[part] === undefined)
    .map((part) => problem(part, 'is required, as there is no preset that brings it'));
  return recipe.signed === undefined ? absent : [...absent, ...signedProblems(recipe.signed, recipe)];
}

function signedProblems(signed: string, { field, timestamp, id_header }: SignatureRecipe): FieldError[] {
  const names = namesIn(signed);
  const known: readonly string[] = signedNames;
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name) => problem('signed', `has {${name}}, which is none of ${signedNames.join(', ')}`));
  if (!names.includes('body')) problems.push(problem('signed', 'must have {body}, or it can be exchanged'));
  if (names.includes('id') && id_header === undefined)
    problems.push(problem('id_header', 'is required, as the signed text has {id}'));
  return [...problems, ...timestampProblems(names.includes('timestamp'), field, timestamp)];
}

function timestampProblems(
  isSigned: boolean,
  field: string | undefined,
  place: SignatureRecipe['timestamp'],
): FieldError[] {
  if (place === undefined) {
    return isSigned ? [problem('timestamp', 'is required, as the signed text has {timestamp}')] : [];
  }
  if (!isSigned) return [problem('signed', 'must have {timestamp}, or an old request could be sent again')];
  if (place.header !== undefined) return [];
  if (place.field === undefined) return [problem('timestamp', 'must have a header or a field')];
  return field === undefined
    ? [problem('field', 'is required, as the timestamp stands in a list with the signature')]
    : [];
}

function problem(part: string, message: string): FieldError {
  return { field: `auth.recipe.${part}`, message };
}

function keyProblems(auth: HmacAuth): FieldError[] {
  const encoding = mergedRecipe(auth).secret_encoding ?? 'text';
  const message = 'is not base64, which the secrets of this recipe are';
  return secretProblems(auth.secrets, message, (secret) => secretKey(secret, encoding) !== undefined);
}

function isHeaderText(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text) && text.trim() === text;
}

function secretProblems(secrets: string[], message: string, isRight: (s: string) => boolean): FieldError[] {
  return secrets.flatMap((secret, at) => (isRight(secret) ? [] : [{ field: `auth.secrets.${at}`, message }]));
}
