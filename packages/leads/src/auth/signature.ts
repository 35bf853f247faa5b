import { createHash, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { HmacAuth } from '@taskhook/contracts';
import { ACCEPTED, headerOf, refused, type Authenticate, type AuthRequest } from './auth-request.ts';
import { completeRecipe, type CompleteRecipe } from './recipe.ts';
import { secretKey } from './secret-key.ts';
import { readSignatureHeader, signatureBytes, type SignatureHeader } from './signature-header.ts';
import { signedText, type SignedPiece } from './signed-text.ts';
import { timestampProblem } from './timestamp.ts';

/** A header with a keyed digest of the request, as the preset and the recipe describe it. */
export function signatureAuthenticator(auth: HmacAuth): Authenticate {
  const recipe = completeRecipe(auth);
  if (recipe === undefined) return () => refused('The recipe of the signature of this task is incomplete.');
  const keys = auth.secrets.flatMap((secret) => secretKey(secret, recipe.secretEncoding) ?? []);
  if (keys.length === 0) return () => refused('No secret of this task is written as its recipe says.');
  const digest = digester(recipe, keys);
  const textFor = signedText(recipe);
  return (request, now) => {
    const value = headerOf(request, recipe.header);
    if (value === undefined || value.trim() === '') return refused(unsigned(recipe));
    const header = readSignatureHeader(value, recipe);
    const given = header.signatures.flatMap((text) => signatureBytes(text, recipe) ?? []);
    if (given.length === 0) return refused(unreadable(recipe));
    const timestamp = timestampOf(request, header, recipe);
    const late = recipe.timestamp && timestampReason(timestamp, recipe.timestamp, now);
    if (late !== undefined) return refused(late);
    const text = textFor(request, timestamp);
    if (!text.ok) return refused(text.reason);
    return anyEqual(digest(text.pieces), given) ? ACCEPTED : refused(mismatch(recipe));
  };
}

type Digester = (pieces: SignedPiece[]) => Buffer[];

/** One digest for each key: keyed, or plain where the secret is part of the text. */
function digester({ algorithm, signed }: CompleteRecipe, keys: Buffer[]): Digester {
  if (signed.includes('{secret}')) {
    return (pieces) => keys.map((key) => feed(createHash(algorithm), pieces, key).digest());
  }
  const objects: KeyObject[] = keys.map((key) => createSecretKey(key));
  return (pieces) => objects.map((key) => feed(createHmac(algorithm, key), pieces).digest());
}

interface Fed {
  update(data: string | Uint8Array): unknown;
}

function feed<T extends Fed>(digest: T, pieces: SignedPiece[], secret: Uint8Array = new Uint8Array()): T {
  for (const piece of pieces) digest.update(piece ?? secret);
  return digest;
}

function timestampOf(
  request: AuthRequest,
  header: SignatureHeader,
  { timestamp: place }: CompleteRecipe,
): string | undefined {
  return place?.header === undefined ? header.timestamp : headerOf(request, place.header)?.trim();
}

function timestampReason(
  text: string | undefined,
  place: NonNullable<CompleteRecipe['timestamp']>,
  now: number,
): string | undefined {
  if (text !== undefined && text !== '') return timestampProblem(text, place, now);
  return place.header === undefined
    ? `The header of the signature has no part ${place.field ?? 'with the timestamp'}.`
    : `The request has no header ${place.header}, which has the time of the signature.`;
}

/** Compares all with all, so that the time taken does not tell which one was right. */
function anyEqual(expected: Buffer[], given: Buffer[]): boolean {
  let equal = false;
  for (const one of expected) {
    for (const other of given) equal = (one.length === other.length && timingSafeEqual(one, other)) || equal;
  }
  return equal;
}

function unsigned({ header }: CompleteRecipe): string {
  return `The request has no header ${header}; set the secret at the sender, so that it signs what it sends.`;
}

function unreadable({ header, field, encoding, algorithm }: CompleteRecipe): string {
  const part = field === undefined ? '' : ` in its part ${field}`;
  return `The header ${header} has no ${encoding} signature of ${algorithm}${part}.`;
}

function mismatch({ header, signed }: CompleteRecipe): string {
  const address = signed.includes('url}') ? ', and whether it calls the public address of this server' : '';
  return `The signature in ${header} does not match; check whether the secret is the one of the sender${address}.`;
}
