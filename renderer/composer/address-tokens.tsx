import { type KeyboardEvent, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { matchesShortcut } from '../../shared/shortcut.ts';
import { useCommandKeys } from '../command-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { createCompositionGuard } from '../ui/composition-guard.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { isMac } from '../ui/is-mac.ts';
import styles from './recipients.module.css';
import { splitAddresses, withAddresses } from './split-addresses.ts';

type AddressTokensProps = {
  readonly label: string;
  readonly addresses: readonly string[];
  /** Those that the policy refuses. */
  readonly refused: ReadonlySet<string>;
  readonly isDisabled: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (addresses: readonly string[]) => void;
};

/**
 * Addresses as tokens, and a field for the next one. Enter, a comma or leaving the field takes what
 * is typed; Backspace in the empty field, or Delete on a token, takes one away.
 */
export function AddressTokens(props: AddressTokensProps) {
  const { label, addresses, refused, isDisabled, inputRef, onChange } = props;
  const { t } = useTranslation('policy');
  const [typed, setTyped] = useState('');
  const [guard] = useState(createCompositionGuard);
  const { send } = useCommandKeys();
  const field = useRef<HTMLDivElement>(null);

  function take(words: string) {
    setTyped('');
    const next = withAddresses(addresses, splitAddresses(words));
    if (next.length !== addresses.length) onChange(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (guard.isInputMethod(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      // Enter alone would send the form.
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && addresses.length > 0) {
      event.preventDefault();
      onChange(addresses.slice(0, -1));
    }
  }

  // The key of Send sends: not before what is still being typed is among the addresses, where
  // the policy sees it. The form listens to the same key, behind this.
  const waiting = useRef<() => boolean>(() => false);
  waiting.current = () => {
    if (typed.trim() === '') return false;
    take(typed);
    return true;
  };
  useLayoutEffect(() => {
    const element = field.current;
    const onSend = (event: globalThis.KeyboardEvent) => {
      if (!matchesShortcut(send, event, isMac())) return;
      if (guard.isInputMethod(event) || !waiting.current()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element?.addEventListener('keydown', onSend);
    return () => element?.removeEventListener('keydown', onSend);
  }, [guard, send]);

  return (
    <div ref={field} className={styles.tokens}>
      {addresses.length > 0 && (
        <TagGroup
          aria-label={t('field.people', { field: label })}
          className={styles.group ?? ''}
          disabledKeys={isDisabled ? addresses : []}
          onRemove={(keys) => {
            onChange(addresses.filter((address) => !keys.has(address)));
            // The token goes: the keyboard stays in its field.
            field.current?.querySelector('input')?.focus();
          }}
        >
          <TagList className={styles.list ?? ''}>
            {addresses.map((address) => (
              <Tag
                key={address}
                id={address}
                textValue={address}
                className={classNames(styles.token, refused.has(address) && styles.refused)}
              >
                {refused.has(address) && <Icon name="warning" size={12} />}
                <span className={styles.tokenText}>{address}</span>
                <Button
                  slot="remove"
                  className={styles.remove ?? ''}
                  aria-label={t('field.remove', { address })}
                >
                  <Icon name="close" size={12} />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      <input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        type="text"
        className={styles.input}
        aria-label={label}
        placeholder={addresses.length === 0 ? t('field.hint') : ''}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled}
        value={typed}
        onChange={(event) => {
          const { value } = event.target;
          // Pasted, several at once.
          if (/[,;\n]/.test(value) || /\S\s+\S+@/.test(value)) take(value);
          else setTyped(value);
        }}
        onKeyDown={onKeyDown}
        onCompositionEnd={(event) => guard.ended(event.nativeEvent.timeStamp)}
        onBlur={() => take(typed)}
      />
    </div>
  );
}
