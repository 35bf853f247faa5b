/** An answer with its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { leads?: Record<string, unknown>[] };
}

/** Posts a body: bytes and texts as they are, anything else as JSON. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    body: raw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body),
    headers: raw ? headers : { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as Answer['body'] };
}
