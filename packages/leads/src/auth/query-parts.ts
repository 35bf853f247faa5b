/** One parameter of an address or a form: decoded, as it was written, and decoded but for plus signs. */
export interface QueryPart {
  name: string;
  value: string;
  raw: string;
  plus: string;
  /** The whole part as it was written. */
  text: string;
}

/** The parameters in their order. What is not valid percent encoding stays as it is; nothing throws. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const text of query.split('&')) {
    if (text === '') continue;
    const equals = text.indexOf('=');
    const raw = equals === -1 ? '' : text.slice(equals + 1);
    const name = decode(spaced(equals === -1 ? text : text.slice(0, equals)));
    parts.push({ name, value: decode(spaced(raw)), raw, plus: decode(raw), text });
  }
  return parts;
}

function spaced(text: string): string {
  return text.includes('+') ? text.replaceAll('+', ' ') : text;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
