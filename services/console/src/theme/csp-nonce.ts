/** The nonce of this page, which styles made at run time must carry (Mantine, CodeMirror). */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
