/** A body as it is shown: JSON with indents, nothing for none. */
export const jsonText = (body: unknown): string => (body === undefined ? '' : JSON.stringify(body, null, 2));

/** What a text says; an empty one says that there is no body. Undefined where it is no JSON. */
export function readJson(text: string): { value: unknown } | undefined {
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
