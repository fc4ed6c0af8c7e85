import type { EditorProps } from './editor-props.ts';
import { PlainEditor } from './plain-editor.tsx';
import { RichEditor } from './rich/rich-editor.tsx';

/** The field that the letter is written in, for the form that it has. */
export function LetterEditor(props: EditorProps) {
  return props.words.html === null ? <PlainEditor {...props} /> : <RichEditor {...props} />;
}
