interface SyntaxProblem {
  reason: string;
  /** From 1; the column counts UTF-16 units. */
  line: number;
  column: number;
}

/**
 * What is first wrong with a text that `JSON.parse` refused. A walk of its own, linear and without
 * recursion, since the engine's message quotes the body and often gives no position.
 */
export function describeSyntaxError(text: string): SyntaxProblem {
  const scan: Scan = { text, at: 0, open: [] };
  const reason = firstProblem(scan) ?? 'unexpected text';
  return { reason, ...position(text, scan.at) };
}

function position(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

interface Scan {
  text: string;
  /** Where the walk stands: at the first character that is wrong, once a problem was found. */
  at: number;
  open: ('{' | '[')[];
}

type State = 'value' | 'value or end' | 'key' | 'key or end' | 'next';
type Step = { state: State } | { problem: string };

const ENDS = 'the body ends before the JSON is complete';

const steps: Record<State, (scan: Scan) => Step> = {
  value: readValue,
  'value or end': (scan) => (scan.text[scan.at] === ']' ? close(scan) : readValue(scan)),
  key: readKey,
  'key or end': (scan) => (scan.text[scan.at] === '}' ? close(scan) : readKey(scan)),
  next: readNext,
};

function firstProblem(scan: Scan): string | undefined {
  let state: State = 'value';
  for (;;) {
    skipSpace(scan);
    if (scan.at >= scan.text.length) {
      return state === 'next' && scan.open.length === 0 ? undefined : ENDS;
    }
    const step = steps[state](scan);
    if ('problem' in step) return step.problem;
    state = step.state;
  }
}

function readValue(scan: Scan): Step {
  const char = scan.text[scan.at];
  if (char === '{' || char === '[') {
    scan.open.push(char);
    scan.at++;
    return { state: char === '{' ? 'key or end' : 'value or end' };
  }
  if (char === '"') return readString(scan, 'next');
  return readPattern(scan) ? { state: 'next' } : { problem: whyNoValue(char) };
}

const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readPattern(scan: Scan): boolean {
  NUMBER_OR_WORD.lastIndex = scan.at;
  if (!NUMBER_OR_WORD.test(scan.text)) return false;
  scan.at = NUMBER_OR_WORD.lastIndex;
  return true;
}

function whyNoValue(char: string | undefined): string {
  if (char === ',' || char === '}' || char === ']' || char === ':') return 'a value is missing';
  if (char === '-' || char === '+' || char === '.') return 'a number is not written as JSON asks';
  return 'unexpected character (text needs double quotes)';
}

function readKey(scan: Scan): Step {
  if (scan.text[scan.at] !== '"') return { problem: 'a key in double quotes is expected' };
  const key = readString(scan, 'value');
  if ('problem' in key) return key;
  skipSpace(scan);
  if (scan.at >= scan.text.length) return { problem: ENDS };
  if (scan.text[scan.at] !== ':') return { problem: 'a colon is expected after the key' };
  scan.at++;
  return key;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function readString(scan: Scan, state: State): Step {
  const { text } = scan;
  for (scan.at++; scan.at < text.length; scan.at++) {
    const code = text.charCodeAt(scan.at);
    if (code === 0x22) {
      scan.at++;
      return { state };
    }
    if (code < 0x20) return { problem: 'a line break or control character in a text must be escaped' };
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = scan.at;
    if (!ESCAPE.test(text)) return { problem: 'a backslash begins an unknown escape' };
    scan.at = ESCAPE.lastIndex - 1;
  }
  return { problem: ENDS };
}

function readNext(scan: Scan): Step {
  const char = scan.text[scan.at];
  const container = scan.open.at(-1);
  if (container === undefined) return { problem: 'unexpected text after the end of the JSON' };
  if (char === (container === '{' ? '}' : ']')) return close(scan);
  if (char !== ',') return { problem: 'a comma or a closing bracket is expected' };
  scan.at++;
  return { state: container === '{' ? 'key' : 'value' };
}

function close(scan: Scan): Step {
  scan.open.pop();
  scan.at++;
  return { state: 'next' };
}

function skipSpace(scan: Scan): void {
  while (isSpace(scan.text.charCodeAt(scan.at))) scan.at++;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
