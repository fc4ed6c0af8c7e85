import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Honorific, honorificsFor, honorificWords } from '../../shared/model/honorific.ts';
import type { Locale } from '../../shared/model/preferences.ts';
import styles from './canned-picker.module.css';

type HonorificChoiceProps = {
  readonly name: string;
  /** Of the reply: those usual in it come first. */
  readonly language: Locale;
  readonly chosen: Honorific | null;
  readonly onChoose: (honorific: Honorific) => void;
};

/** Asks how a reader is addressed. Nothing is guessed; a digit is enough to answer. */
export function HonorificChoice({ name, language, chosen, onChoose }: HonorificChoiceProps) {
  const { t } = useTranslation('canned');
  const list = useRef<HTMLUListElement>(null);
  const options = honorificsFor(language);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    // None of them has the focus before one is chosen: a second Enter must not choose by chance.
    (list.current?.querySelector<HTMLElement>('[aria-pressed=true]') ?? list.current)?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = options[Number(event.key) - 1];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (option === undefined && step === undefined) return;
    event.preventDefault();
    if (option !== undefined) {
      onChoose(option);
      return;
    }
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const from = at === -1 && step === -1 ? 0 : at;
    all[(from + (step ?? 0) + all.length) % all.length]?.focus();
  };

  return (
    <div className={styles.asking}>
      <h3 className={styles.question}>{t('honorific.question', { name })}</h3>
      <p className={styles.quiet}>{t('honorific.remembered')}</p>
      <ul ref={list} tabIndex={-1} className={styles.honorifics} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          <li key={option}>
            <button
              type="button"
              className={styles.honorific}
              aria-pressed={option === chosen}
              onClick={() => onChoose(option)}
            >
              <kbd>{index + 1}</kbd>
              {honorificWords(option) || t('honorific.none')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
