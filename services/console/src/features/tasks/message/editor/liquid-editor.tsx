import { useEffect, useRef } from 'react';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { liquidSetup, type KnownFields } from './liquid-setup.ts';

/** Something to be marked in the text. Lines and columns begin with 1. */
export interface Mark {
  severity: 'error' | 'warning' | 'info';
  message: string;
  line: number;
  column: number;
}

export interface LiquidEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** The names of the elements that label and describe it. */
  labelledBy: string;
  describedBy: string;
  isInvalid: boolean;
  /** Without line breaks. */
  singleLine?: boolean;
  marks: readonly Mark[];
  fields: KnownFields;
}

/** A Liquid template with completion of what it may use, and marks where something is wrong. */
export function LiquidEditor(props: LiquidEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = createEditor(place.current, latest);
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);
  const { value, marks, isInvalid } = props;
  useEffect(() => {
    const state = view.current?.state;
    if (state === undefined || state.doc.toString() === value) return;
    view.current?.dispatch({ changes: { from: 0, to: state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    editor.contentDOM.setAttribute('aria-invalid', String(isInvalid));
    const found = marks.map((mark) => toDiagnostic(editor.state.doc, mark));
    editor.dispatch(setDiagnostics(editor.state, found));
  }, [marks, isInvalid]);
  return <div ref={place} data-invalid={isInvalid || undefined} />;
}

function createEditor(parent: HTMLElement, latest: { current: LiquidEditorProps }): EditorView {
  const { value, labelledBy, describedBy, singleLine = false } = latest.current;
  const state = EditorState.create({
    doc: value,
    extensions: [
      liquidSetup({ singleLine, fields: () => latest.current.fields }),
      EditorView.contentAttributes.of({
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
        'aria-multiline': String(!singleLine),
      }),
      EditorView.updateListener.of(({ docChanged, state: next }) => {
        const text = next.doc.toString();
        if (docChanged && text !== latest.current.value) latest.current.onChange(text);
      }),
    ],
  });
  return new EditorView({ parent, state });
}

/** From the place to the end of what begins there. */
function toDiagnostic(doc: Text, { severity, message, line, column }: Mark): Diagnostic {
  const { from: start, to: end, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(start + column - 1, end);
  const word = /^(?:\{\{.*?\}\}|\{%.*?%\}|[\w.]+|.)/.exec(text.slice(from - start))?.[0] ?? '';
  return { from, to: Math.min(from + Math.max(word.length, 1), end), severity, message };
}
