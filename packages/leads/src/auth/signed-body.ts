import { isAscii } from 'node:buffer';
import { mediaType } from '../decode/body-kind.ts';
import { asciiEscaped } from './ascii-escape.ts';
import { headerOf, type AuthRequest } from './auth-request.ts';
import { phpJsonOfForm } from './php-form-json.ts';
import type { CompleteRecipe } from './recipe.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The body as its sender signs it: in most cases the very bytes. */
export function signedBody(request: AuthRequest, recipe: CompleteRecipe): Uint8Array | string {
  const { body } = request;
  if (recipe.formBody === 'php-json' && mediaType(headerOf(request, 'content-type')) === FORM)
    return phpJsonOfForm(textOf(body));
  if (recipe.bodyEscape === 'ascii' && !isAscii(body)) return asciiEscaped(textOf(body));
  return body;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
