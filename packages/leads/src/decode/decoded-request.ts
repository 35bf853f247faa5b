import type { JsonObject, JsonValue } from '../json-value.ts';

/** A request as the ingress read it. Header names are lower-case, `query` is the text after the question mark. */
export interface IntakeRequest {
  method: string;
  headers: Record<string, string | undefined>;
  query: string;
  body: Uint8Array;
}

/** What the body was found to be; `none` where there was none and the query string is all there is. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'xml' | 'none';

/** A request whose body was read by what it is. */
export interface DecodedRequest {
  kind: BodyKind;
  /** Upper case. */
  method: string;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** The query string's parameters; one that comes more than once is a list. */
  query: JsonObject;
  /**
   * The value of the body. A form's names are expanded at their brackets, one that comes more than
   * once is a list; an XML document is an object with its root element's name as the one key.
   */
  body: JsonValue;
  /** What was dropped, mended or assumed on the way, in words for the task's owner. */
  notes: string[];
}
