import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { liquidCompletionSource, liquidLanguage } from '@codemirror/lang-liquid';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { cspNonce } from '../../../../theme/csp-nonce.ts';
import { editorTheme, roomy } from './editor-theme.ts';

/** What a template may use beside what every lead has. */
export interface KnownFields {
  /** Names of `extra_fields`. */
  extra: readonly string[];
  /** Ids of earlier steps. */
  steps: readonly string[];
}

/** How much of the window's lower end the bar of unsaved changes covers; also in `save-bar.module.css`. */
const SAVE_BAR_PX = 88;

interface Setup {
  singleLine: boolean;
  /** Those of the moment in which completion is asked for. */
  fields: () => KnownFields;
}

export function liquidSetup({ singleLine, fields }: Setup): Extension {
  return [
    EditorView.cspNonce.of(cspNonce()),
    history(),
    closeBrackets(),
    liquidLanguage,
    liquidLanguage.data.of({
      autocomplete: (context: CompletionContext) => liquidCompletionSource(completions(fields()))(context),
    }),
    autocompletion({ icons: false }),
    syntaxHighlighting(colours),
    editorTheme,
    singleLine ? [] : roomy,
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ bottom: SAVE_BAR_PX })),
    // The Tab key goes on to the next field: the keyboard must not be caught.
    keymap.of([...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap]),
    singleLine ? EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)) : [],
  ];
}

const variable = (label: string) => ({ label, type: 'variable' });
const person = ['full_name', 'first_name', 'phone', 'email', 'extra_fields'].map(variable);
/** Fields of the lead by their whole name, before the object that they are in; others have to be quoted. */
const ofLead = ({ extra }: KnownFields) =>
  extra
    .filter((name) => /^[a-z_]\w*$/i.test(name))
    .map((name) => ({ ...variable(`extra_fields.${name}`), boost: 1 }));
const outcome = ['status', 'outcome', 'receipt', 'delivered'].map(variable);

const ownFilters = ['first_name', 'title_case', 'phone_format', 'date_in'].map((label) => ({
  label,
  type: 'function',
}));

function completions(fields: KnownFields) {
  return {
    filters: ownFilters,
    variables: [...person, ...ofLead(fields), ...['lead', 'task', 'run', 'steps'].map(variable)],
    properties: ([first, second]: readonly string[]) => {
      if (first === 'extra_fields' || (first === 'lead' && second === 'extra_fields'))
        return fields.extra.map(variable);
      if (first === 'lead') return person;
      if (first === 'task') return ['id', 'name'].map(variable);
      if (first === 'run') return ['id', 'received_at', 'source', 'test'].map(variable);
      if (first === 'steps') return second === undefined ? fields.steps.map(variable) : outcome;
      return [];
    },
  };
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.processingInstruction], color: 'var(--accent-color)', fontWeight: '600' },
  { tag: tags.brace, color: 'var(--accent-color)', fontWeight: '600' },
  { tag: [tags.variableName, tags.propertyName], color: 'var(--accent-color)' },
  { tag: [tags.string, tags.number], color: 'var(--code-value-color)' },
  { tag: tags.comment, color: 'var(--mantine-color-dimmed)' },
]);
