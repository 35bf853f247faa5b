import type { DecodedRequest, SourceAdapter } from './adapter.ts';
import { generic } from './generic.ts';

/**
 * A form of a web page, posted by the browser or by the page's script.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html
 */
export const form: SourceAdapter = {
  name: 'form',
  title: 'Form of a web page',
  docs: 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html',
  recognise,
  read: (request) => generic.read(request),
};

function recognise({ kind, headers }: DecodedRequest): string | null {
  if (kind === 'form' || kind === 'multipart') return 'The body is that of a form.';
  if (kind === 'none') return 'The fields stand in the address, as in a form with the method GET.';
  const fromBrowser =
    headers['user-agent']?.startsWith('Mozilla/') === true && headers['origin'] !== undefined;
  return fromBrowser ? 'A browser sent the request from a page.' : null;
}
