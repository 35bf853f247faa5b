import { headerOf, type AuthRequest } from './auth-request.ts';
import type { CompleteRecipe } from './recipe.ts';
import { signedBody } from './signed-body.ts';

/** A piece of the signed text; null is the secret's place. */
export type SignedPiece = string | Uint8Array | null;

/** The pieces whose concatenation is signed, or what of them the request lacks, in words. */
export type SignedText = { ok: true; pieces: SignedPiece[] } | { ok: false; reason: string };

type ReadPiece = (
  request: AuthRequest,
  recipe: CompleteRecipe,
  timestamp: string | undefined,
) => SignedPiece | undefined;

/** What stands for each name; undefined where the request or the recipe lacks it. */
const readers = {
  body: signedBody,
  timestamp: (_request, _recipe, timestamp) => timestamp,
  id: (request, { idHeader }) => (idHeader === undefined ? undefined : headerOf(request, idHeader)),
  method: (request) => request.method.toUpperCase(),
  path: (request) => request.url.split('?', 1)[0],
  url: (request) => request.publicUrl,
  decoded_url: (request) => request.publicUrl && decodedUrl(request.publicUrl),
  secret: () => null,
} satisfies Record<string, ReadPiece>;
type SignedName = keyof typeof readers;

/** The names that may stand in braces in a recipe's `signed`. */
export const signedNames = Object.keys(readers) as SignedName[];

/** The names in braces in a template, known or not. */
export function namesIn(template: string): string[] {
  return Array.from(template.matchAll(/\{([a-z_]+)\}/g), (match) => match[1] ?? '');
}

/** Reads a recipe's `signed` once; the function gives the pieces for a request. */
export function signedText(
  recipe: CompleteRecipe,
): (request: AuthRequest, timestamp: string | undefined) => SignedText {
  const parts = partsOf(recipe.signed);
  return (request, timestamp) => {
    const pieces: SignedPiece[] = [];
    for (const { text, name } of parts) {
      const piece = name === undefined ? text : readPiece(name)(request, recipe, timestamp);
      if (piece === undefined) return { ok: false, reason: missing(name, recipe) };
      pieces.push(piece);
    }
    return { ok: true, pieces };
  };
}

interface Part {
  text: string;
  /** What the text stands for; absent where it stands for itself. */
  name?: SignedName;
}

function partsOf(template: string): Part[] {
  const texts = template.split(/(\{[a-z_]+\})/).filter((text) => text !== '');
  return texts.map((text) => {
    const name = signedNames.find((one) => text === `{${one}}`);
    return name === undefined ? { text } : { text, name };
  });
}

function readPiece(name: SignedName): ReadPiece {
  return readers[name];
}

const ESCAPED = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/** HubSpot signs its address with these characters decoded, and no others. */
function decodedUrl(url: string): string {
  return url.replace(ESCAPED, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}

function missing(name: SignedName | undefined, { idHeader }: CompleteRecipe): string {
  if (name === 'url' || name === 'decoded_url') return UNKNOWN_ADDRESS;
  if (name === 'id' && idHeader !== undefined)
    return `The request has no header ${idHeader}, which is signed too.`;
  return `The recipe of the signature does not say where the ${name ?? 'text'} is, which is signed.`;
}

const UNKNOWN_ADDRESS =
  "The sender signs the webhook's address too, and the public address of this server is not known.";
