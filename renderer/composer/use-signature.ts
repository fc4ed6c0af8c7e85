import type { Locale } from '../../shared/model/preferences.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useCall } from '../use-call.ts';
import { languageOf } from './language-of.ts';
import { appendLines, hasLines, inFormOf, swapLines, type Words } from './letter-format.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { findSignature, type Signatures, signatureLines } from './signature.ts';

const none: Signatures = { en: '', ja: '' };

export type Signature = {
  /** As a new letter to this reader has it: '' for none, null until that is known. */
  readonly initial: string | null;
  readonly signatures: Signatures;
};

/** The section's signatures, and the one that goes below an answer to this message. */
export function useSignature(
  sectionId: SectionId,
  subject: string,
  quoted: ReplyComposerProps['quoted'],
): Signature {
  const { value, error } = useCall('settings.get', { sectionId });
  const signatures = value?.signatures ?? none;
  const isKnown = value !== null || error !== null;
  return {
    initial:
      isKnown && quoted !== null
        ? signatureLines(signatures[languageOf(subject, quoted.text)])
        : null,
    signatures,
  };
}

/** Which signature stands in the letter: 'own' for one that is neither, null for none. */
export function signatureIn(
  { text }: Words,
  quote: string,
  signatures: Signatures,
): Locale | 'own' | null {
  const lines = findSignature(text, quote, signatures);
  if (lines === '') return null;
  const languages: readonly Locale[] = ['en', 'ja'];
  return languages.find((one) => signatureLines(signatures[one]) === lines) ?? 'own';
}

/** The letter with this signature in the place of the one that it has, else above the quote. */
export function withSignature(
  words: Words,
  quote: string,
  signatures: Signatures,
  next: Locale | null,
): Words {
  const lines = next === null ? '' : signatureLines(signatures[next]);
  const old = findSignature(words.text, quote, signatures);
  if (old !== '') {
    if (hasLines(words, old)) return swapLines(words, old, lines);
    // Staff gave it a form that its lines do not tell of.
    return inFormOf(words, swapLines({ text: words.text, html: null }, old, lines).text);
  }
  if (lines === '') return words;
  if (hasLines(words, quote)) return swapLines(words, quote, `${lines}\n\n${quote.trim()}`);
  return appendLines(words, `\n\n${lines}`);
}
