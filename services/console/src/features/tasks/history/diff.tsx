import { useEffect, useRef } from 'react';
import { json } from '@codemirror/lang-json';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useTranslation } from 'react-i18next';
import { cspNonce } from '../../../theme/csp-nonce.ts';

interface DiffProps {
  before: string;
  after: string;
  label: string;
}

/** Two versions of a JSON text in one: what went and what came is marked, what stayed is folded. */
export function Diff({ before, after, label }: DiffProps) {
  const { t } = useTranslation('tasks');
  const unchanged = t('history.unchanged');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const state = EditorState.create({
      doc: after,
      extensions: [
        EditorView.cspNonce.of(cspNonce()),
        EditorState.readOnly.of(true),
        EditorState.phrases.of({ '$ unchanged lines': unchanged }),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
        EditorView.lineWrapping,
        json(),
        theme,
        unifiedMergeView({
          original: before,
          mergeControls: false,
          collapseUnchanged: { margin: 3, minSize: 4 },
        }),
      ],
    });
    const view = new EditorView({ parent: place.current, state });
    return () => view.destroy();
  }, [before, after, label, unchanged]);
  return <div ref={place} />;
}

const added = 'rgb(35 153 139 / 16%)';
const removed = 'rgb(214 64 54 / 14%)';

const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--line-color)',
    borderRadius: 'var(--mantine-radius-md)',
    overflow: 'hidden',
  },
  '.cm-content': { fontSize: 'var(--mantine-font-size-sm)', color: 'var(--mantine-color-text)' },
  '.cm-changedLine, .cm-inlineChangedLine': { backgroundColor: `${added} !important` },
  '.cm-changedText': { background: `${added} !important`, fontWeight: '600' },
  '.cm-deletedChunk': { backgroundColor: `${removed} !important` },
  '.cm-deletedText': { background: `${removed} !important`, fontWeight: '600' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"' },
  '.cm-collapsedLines': {
    background: 'var(--hover-color) !important',
    color: 'var(--mantine-color-dimmed) !important',
  },
});
