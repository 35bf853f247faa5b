import { asciiEscaped } from './ascii-escape.ts';
import { queryParts } from './query-parts.ts';

/** A PHP array: it keeps the order of its keys, which an object with numbers for keys does not. */
type PhpArray = Map<string, string | PhpArray>;

const DEEPEST = 20;

/**
 * The JSON that PHP's json_encode writes of the fields from which a form body was built: a sender
 * that signs its fields before it encodes them signs this text.
 */
export function phpJsonOfForm(form: string): string {
  const fields: PhpArray = new Map();
  for (const { name, value } of queryParts(form)) setAt(fields, pathOf(name), value);
  return encodeArray(fields);
}

/** `date[unix]` is the key `unix` in `date`. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return [name];
  const path = [name.slice(0, open), ...name.slice(open + 1, -1).split('][')];
  return path.length > DEEPEST ? [name] : path;
}

function setAt(fields: PhpArray, path: string[], value: string): void {
  let parent = fields;
  for (const key of path.slice(0, -1)) {
    const known = parent.get(key);
    const child: PhpArray = known instanceof Map ? known : new Map();
    if (child !== known) parent.set(key, child);
    parent = child;
  }
  parent.set(path.at(-1) || String(parent.size), value);
}

/** PHP writes an array as a list where its keys are 0, 1, 2 and so on; an empty one too. */
function encodeArray(fields: PhpArray): string {
  const entries = [...fields];
  if (entries.every(([key], at) => key === String(at)))
    return `[${entries.map(([key, value]) => encode(key, value)).join(',')}]`;
  return `{${entries.map(([key, value]) => `${encodeText(key)}:${encode(key, value)}`).join(',')}}`;
}

/** `unix` is the one number among the texts of a form's fields: the time of a date. */
function encode(key: string, value: string | PhpArray): string {
  if (typeof value !== 'string') return encodeArray(value);
  return key === 'unix' && /^\d{1,15}$/.test(value) ? value : encodeText(value);
}

/** As JSON.stringify writes it, slashes and everything beyond ASCII escaped. */
function encodeText(text: string): string {
  return asciiEscaped(JSON.stringify(text.toWellFormed()).replaceAll('/', String.raw`\/`));
}
