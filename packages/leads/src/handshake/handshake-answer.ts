/** What a handshake is answered. */
export interface HandshakeAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** Told to whoever calls, so it says what to set and nothing that is set. */
export function refusal(reason: string): HandshakeAnswer {
  return { status: 403, contentType: 'text/plain; charset=utf-8', body: reason };
}
