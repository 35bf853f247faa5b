/** Where lines go: standard output, or a stand-in for it. */
export type LineTarget = Pick<NodeJS.WritableStream, 'write'>;

/** Lines that are written together: a write for each would cost more than the line itself. */
export interface LineWriter {
  /** The line is written when the current turn of the event loop has been heard. */
  add(line: string): void;
  /** Writes what was added, now. */
  flush(): void;
}

export function createLineWriter(out: LineTarget): LineWriter {
  let lines = '';
  const flush = (): void => {
    if (lines === '') return;
    const text = lines;
    lines = '';
    out.write(text);
  };
  return {
    add: (line) => {
      if (lines === '') setImmediate(flush);
      lines += `${line}\n`;
    },
    flush,
  };
}
