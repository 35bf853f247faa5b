/** The nonce of this page, which styles made at run time must carry (Mantine, CodeMirror). */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Tells it to libraries that look for it where webpack puts it: the one that holds the page still behind a dialog. */
export function announceNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: cspNonce() });
}
