import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import styles from './composer.module.css';
import { editKind } from './edit-kind.ts';
import type { EditorProps } from './editor-props.ts';
import { moveCaret } from './move-caret.ts';
import { ownPlaces, replaceOwn } from './own-places.ts';
import type { Caret } from './undo-history.ts';
import { useUndoEvents } from './use-undo-events.ts';

/**
 * The field for plain text. The browser keeps its value: React would set it at each key, and an input
 * method loses what it composes when somebody else writes.
 */
export function PlainEditor(props: EditorProps) {
  const { handle, words, caret, isUntouched, isReadOnly, label, onWrite, onComposing } = props;
  const { text } = words;
  // Never another: a field without a key in it yet takes that as its text, and puts the caret itself.
  const [first] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isNew = useRef(isUntouched);
  const before = useRef<Caret>({ start: 0, end: 0 });
  const isComposing = useRef(false);
  useUndoEvents(area, props);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    // Writing starts above the quote that may be there already.
    if (isNew.current) select(element, { start: 0, end: 0 });
    element.focus({ preventScroll: true });
    // React's own event of this name is another.
    const keep = () => {
      before.current = caretOf(element);
    };
    element.addEventListener('beforeinput', keep);
    return () => element.removeEventListener('beforeinput', keep);
  }, []);

  const placed = useRef(caret);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || isComposing.current) return;
    const shown = element.value;
    if (shown !== text) {
      const kept = moveCaret(caretOf(element), shown, text);
      element.value = text;
      // Writing starts above the quote, which may come a moment after the field.
      select(element, isUntouched ? { start: 0, end: 0 } : kept);
      if (isUntouched) element.scrollTo({ top: 0 });
    }
    if (caret !== null && caret !== placed.current) select(element, caret);
    placed.current = caret;
  }, [text, caret, isUntouched]);

  useImperativeHandle(handle, () => {
    const put = (start: number, end: number, words: string) => {
      const element = area.current;
      if (element === null) return;
      const { value } = element;
      const at = start + words.length;
      const edit = {
        kind: 'step',
        before: caretOf(element),
        after: { start: at, end: at },
      } as const;
      element.value = value.slice(0, start) + words + value.slice(end);
      select(element, edit.after);
      onWrite({ text: element.value, html: null }, edit);
    };
    const change = (next: string) => {
      const element = area.current;
      if (element === null || next === element.value) return;
      const kept = moveCaret(caretOf(element), element.value, next);
      const edit = { kind: 'step', before: caretOf(element), after: kept } as const;
      element.value = next;
      select(element, kept);
      onWrite({ text: next, html: null }, edit);
    };
    return {
      insertText(words) {
        const { start, end } = area.current === null ? before.current : caretOf(area.current);
        put(start, end, words);
        area.current?.focus();
      },
      replaceText(from, to) {
        if (from !== '') change(area.current?.value.replaceAll(from, () => to) ?? '');
      },
      removeOwn: (words) => change(replaceOwn(area.current?.value ?? '', words, '')),
      selectText(words) {
        const element = area.current;
        const [start] = ownPlaces(element?.value ?? '', words);
        element?.focus();
        if (element !== null && start !== undefined)
          select(element, { start, end: start + words.length });
      },
      focus: () => area.current?.focus(),
    };
  });

  return (
    <textarea
      ref={area}
      className={styles.area}
      aria-label={label}
      placeholder={props.placeholder}
      defaultValue={first}
      readOnly={isReadOnly}
      rows={7}
      onInput={(event) => {
        const element = event.currentTarget;
        const { inputType } = event.nativeEvent as InputEvent;
        const after = caretOf(element);
        const kind = editKind(inputType ?? '');
        onWrite({ text: element.value, html: null }, { kind, before: before.current, after });
      }}
      onCompositionStart={() => {
        isComposing.current = true;
        onComposing(true);
      }}
      onCompositionEnd={() => {
        isComposing.current = false;
        onComposing(false);
      }}
      onBlur={props.onLeave}
    />
  );
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): Caret {
  return { start: selectionStart, end: selectionEnd };
}

function select(element: HTMLTextAreaElement, { start, end }: Caret): void {
  element.setSelectionRange(start, end);
}
