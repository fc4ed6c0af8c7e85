import { foldText } from './fold-text.ts';

/** From here to its hiragana, in code points (Unicode: Katakana is Hiragana and 96). */
const distance = 0x60;
const katakana = /[\u30a1-\u30f6\u30fd\u30fe]/g;

/** Katakana that hiragana has only with a mark of its own. */
const marked: Readonly<Record<string, string>> = {
  ヷ: 'わ\u3099',
  ヸ: 'ゐ\u3099',
  ヹ: 'ゑ\u3099',
  ヺ: 'を\u3099',
};

/** Folded as all text is, and kana to hiragana besides: ｻﾄｳ, サトウ and さとう are one. */
export function foldKana(text: string): string {
  return foldText(text)
    .replace(katakana, (character) => String.fromCharCode(character.charCodeAt(0) - distance))
    .replace(/[ヷ-ヺ]/g, (character) => marked[character] ?? character);
}
