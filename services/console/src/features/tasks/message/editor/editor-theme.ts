import { EditorView } from '@codemirror/view';

const underline = (color: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color}`,
  textUnderlineOffset: '3px',
});

/** As the inputs of the pages look. The underlines are drawn without the pictures that the policy keeps out. */
export const editorTheme = EditorView.theme({
  '&': {
    fontSize: 'var(--mantine-font-size-md)',
    border: '1px solid var(--input-line-color)',
    borderRadius: 'var(--mantine-radius-md)',
    backgroundColor: 'var(--input-color)',
    color: 'var(--mantine-color-text)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent-color)', outlineOffset: '-1px' },
  '.cm-content': { padding: '8px 4px', fontFamily: 'inherit', caretColor: 'var(--mantine-color-text)' },
  '.cm-line': { padding: '0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-lintRange-error': underline('var(--mantine-color-error)'),
  '.cm-lintRange-warning': underline('var(--mantine-color-yellow-6)'),
  '.cm-lintRange-info': underline('var(--mantine-color-dimmed)'),
  '.cm-tooltip': {
    border: '1px solid var(--line-color)',
    borderRadius: 'var(--mantine-radius-md)',
    backgroundColor: 'var(--surface-color)',
    color: 'var(--mantine-color-text)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': { padding: '6px 10px', maxWidth: '24rem' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mantine-font-family-monospace)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--active-color)',
    color: 'var(--accent-color)',
  },
});

/** Room for some lines of text. */
export const roomy = EditorView.theme({ '.cm-content': { minHeight: '104px' } });
