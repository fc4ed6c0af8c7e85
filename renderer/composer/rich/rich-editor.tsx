import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Node, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { EditorProps } from '../editor-props.ts';
import { wordsOfDoc } from '../letter-format.ts';
import type { Caret } from '../undo-history.ts';
import { useUndoEvents } from '../use-undo-events.ts';
import { docOfHtml } from './doc-of-html.ts';
import { docOfText } from './doc-of-text.ts';
import { FormatBar } from './format-bar.tsx';
import { isOwn, placesIn, replaceInDoc } from './replace-in-doc.ts';
import styles from './rich-editor.module.css';
import { letterSchema } from './schema.ts';

const { nodes, marks } = letterSchema;

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

const keys = {
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  Enter: splitListItem(nodes.list_item),
  'Shift-Enter': chainCommands(exitCode, lineBreak),
  // Tab moves on in the form; brackets change how deep an item stands.
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

/** The field for rich text: ProseMirror, whose document holds what a letter may hold and nothing else. */
export function RichEditor(props: EditorProps) {
  const { handle, words, caret, isUntouched, isReadOnly } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<EditorState | null>(null);
  useUndoEvents(place, props);
  useView(place, view, latest, setState);

  const placed = useRef(caret);
  useLayoutEffect(() => {
    const editor = view.current;
    if (editor === null || editor.composing) return;
    const doc = docOfHtml(words.html ?? '');
    if (doc !== editor.state.doc && !doc.eq(editor.state.doc)) show(editor, doc, isUntouched);
    if (caret !== null && caret !== placed.current) select(editor, caret);
    placed.current = caret;
  }, [words.html, caret, isUntouched]);

  useLayoutEffect(() => {
    view.current?.setProps({ editable: () => !isReadOnly });
  }, [isReadOnly]);

  useImperativeHandle(handle, () => ({
    insertText(text) {
      const editor = view.current;
      if (editor === null) return;
      const { content } = docOfText(text);
      editor.dispatch(editor.state.tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView());
      editor.focus();
    },
    replaceText(from, to) {
      const transaction = view.current && replaceInDoc(view.current.state, from, to);
      if (transaction !== null) view.current?.dispatch(transaction);
    },
    removeOwn(words) {
      const transaction = view.current && replaceInDoc(view.current.state, words, '', isOwn);
      if (transaction !== null) view.current?.dispatch(transaction);
    },
    selectText(words) {
      const editor = view.current;
      const [at] = editor === null ? [] : placesIn(editor.state.doc, words, isOwn);
      editor?.focus();
      if (editor !== null && at !== undefined)
        select(editor, { start: at, end: at + words.length });
    },
    focus: () => view.current?.focus(),
  }));

  return (
    <>
      {state !== null && (
        <FormatBar
          state={state}
          isDisabled={isReadOnly}
          onCommand={(command) => {
            const editor = view.current;
            if (editor === null) return;
            command(editor.state, editor.dispatch, editor);
            editor.focus();
          }}
        />
      )}
      <div
        ref={place}
        className={classNames(styles.place, words.text === '' && styles.empty)}
        data-placeholder={props.placeholder}
      />
    </>
  );
}

function useView(
  place: RefObject<HTMLDivElement | null>,
  view: RefObject<EditorView | null>,
  latest: RefObject<EditorProps>,
  onState: (state: EditorState) => void,
): void {
  useLayoutEffect(() => {
    if (place.current === null) return;
    let kind: 'typing' | 'deleting' | 'step' = 'step';
    const tell = (isComposing: boolean) => {
      latest.current.onComposing(isComposing);
      return false;
    };
    const editor = new EditorView(place.current, {
      state: EditorState.create({
        doc: docOfHtml(latest.current.words.html ?? ''),
        plugins: [keymap(keys), keymap(baseKeymap)],
      }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': latest.current.label,
        class: styles.field ?? '',
      },
      dispatchTransaction(transaction) {
        const from = editor.state;
        const next = from.apply(transaction);
        editor.updateState(next);
        onState(next);
        if (!transaction.docChanged || transaction.getMeta('outside') === true) return;
        kind = kindOf(transaction, editor.composing);
        latest.current.onWrite(wordsOfDoc(next.doc), {
          kind,
          before: caretOf(from),
          after: caretOf(next),
        });
      },
      handleDOMEvents: {
        compositionstart: () => tell(true),
        compositionend: () => tell(false),
        blur: () => {
          latest.current.onLeave();
          return false;
        },
      },
    });
    view.current = editor;
    onState(editor.state);
    // It may take the place of the plain field, but not the keyboard of who searches or addresses.
    if (!(document.activeElement instanceof HTMLInputElement)) editor.focus();
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [place, view, latest, onState]);
}

/** A key puts in or takes out a few signs in one place; all else is a step of its own. */
function kindOf(transaction: Transaction, isComposing: boolean): 'typing' | 'deleting' | 'step' {
  if (isComposing) return 'typing';
  if (transaction.getMeta('uiEvent') !== undefined || transaction.steps.length !== 1) return 'step';
  let kind: 'typing' | 'deleting' | 'step' = 'step';
  transaction.mapping.maps[0]?.forEach((oldStart, oldEnd, newStart, newEnd) => {
    if (oldEnd === oldStart && newEnd - newStart === 1) kind = 'typing';
    if (oldEnd - oldStart === 1 && newEnd === newStart) kind = 'deleting';
  });
  return kind;
}

function show(editor: EditorView, doc: Node, isUntouched: boolean): void {
  const { state } = editor;
  const { tr } = state;
  const start = state.doc.content.findDiffStart(doc.content);
  const end = state.doc.content.findDiffEnd(doc.content);
  if (start === null || end === null) return;
  const overlap = start - Math.min(end.a, end.b);
  const reach = Math.max(overlap, 0);
  tr.replace(start, end.a + reach, doc.slice(start, end.b + reach));
  if (!tr.doc.eq(doc)) tr.replaceWith(0, tr.doc.content.size, doc.content);
  if (isUntouched) tr.setSelection(TextSelection.atStart(tr.doc));
  editor.dispatch(tr.setMeta('outside', true));
}

function select(editor: EditorView, { start, end }: Caret): void {
  const { tr, doc } = editor.state;
  const at = (position: number) => doc.resolve(Math.min(position, doc.content.size));
  editor.dispatch(tr.setSelection(TextSelection.between(at(start), at(end))).scrollIntoView());
}

function caretOf({ selection }: EditorState): Caret {
  return { start: selection.from, end: selection.to };
}
