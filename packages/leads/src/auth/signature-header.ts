import type { CompleteRecipe } from './recipe.ts';

/** What stands in a signature's header. */
export interface SignatureHeader {
  /** The signatures in their encoding: several while a sender changes its secret. */
  signatures: string[];
  /** The time, where it stands in the same header. */
  timestamp?: string;
}

const LONGEST = 4_096;
const MOST = 10;

/**
 * The signatures of a header: one, several with blanks between them (`v1,abc v1,def`), or a list of
 * named parts (`t=1,v1=abc`) of which the recipe names those that count.
 */
export function readSignatureHeader(value: string, recipe: CompleteRecipe): SignatureHeader {
  if (value.length > LONGEST) return { signatures: [] };
  if (recipe.field === undefined) return { signatures: value.split(/,?\s+/).filter(isFilled).slice(0, MOST) };
  const parts = value.split(/[,;]/).map(namedPart);
  const named = (name: string | undefined) => parts.filter((part) => part.name === name).map((p) => p.value);
  const signatures = named(recipe.field).filter(isFilled).slice(0, MOST);
  const timestamp = named(recipe.timestamp?.field)[0];
  return timestamp === undefined ? { signatures } : { signatures, timestamp };
}

function namedPart(text: string): { name: string; value: string } {
  const equals = text.indexOf('=');
  return { name: text.slice(0, Math.max(equals, 0)).trim(), value: text.slice(equals + 1).trim() };
}

function isFilled(text: string): boolean {
  return text !== '';
}

/** The bytes of a signature, its prefix dropped; undefined where it is none of this encoding and length. */
export function signatureBytes(text: string, recipe: CompleteRecipe): Buffer | undefined {
  const encoded = text.startsWith(recipe.prefix) ? text.slice(recipe.prefix.length) : text;
  const alphabet = recipe.encoding === 'hex' ? /^[0-9a-f]+$/i : /^[A-Za-z0-9+/_-]+={0,2}$/;
  if (!alphabet.test(encoded)) return undefined;
  const bytes = Buffer.from(encoded, recipe.encoding);
  return bytes.length === digestLengths[recipe.algorithm] ? bytes : undefined;
}

const digestLengths = { sha1: 20, sha256: 32, sha512: 64 };
