import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesShortcut } from '../../shared/shortcut.ts';
import { useCommandKeys } from '../command-keys.ts';
import { createCompositionGuard } from '../ui/composition-guard.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { isMac } from '../ui/is-mac.ts';
import styles from './canned-picker.module.css';

type PickerInputProps = {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly listId: string;
  /** The option that Enter takes; null for none. */
  readonly activeId: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onEnter: () => void;
  /** Typed ahead of the reply that is still on its way. */
  readonly onSend: () => void;
};

/** What is looked for. The keys move through what it finds, but for those of an input method. */
export function PickerInput(props: PickerInputProps) {
  const { inputRef, listId, activeId, value, onChange, onMove, onEnter, onSend } = props;
  const { t } = useTranslation('canned');
  const [guard] = useState(createCompositionGuard);
  const { send } = useCommandKeys();

  const onKeyDown = (event: KeyboardEvent) => {
    if (guard.isInputMethod(event.nativeEvent)) {
      // Escape that gives up a composition must not close the picker.
      event.stopPropagation();
      return;
    }
    if (matchesShortcut(send, event, isMac())) {
      event.preventDefault();
      onSend();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === null) onEnter();
    else onMove(step);
  };

  return (
    <div className={styles.search}>
      <Icon name="search" className={styles.searchIcon ?? ''} />
      <input
        ref={inputRef}
        className={styles.input}
        role="combobox"
        aria-label={t('search')}
        aria-expanded={activeId !== null}
        aria-controls={listId}
        aria-activedescendant={activeId ?? undefined}
        aria-autocomplete="list"
        placeholder={t('search')}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onCompositionEnd={(event) => guard.ended(event.timeStamp)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
