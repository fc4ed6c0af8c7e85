import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { LetterCheck } from '../../shared/model/letter-check.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import { AddressTokens } from './address-tokens.tsx';
import { CopiedPeople } from './copied-people.tsx';
import { RecipientField } from './recipient-field.tsx';
import styles from './recipients.module.css';

export type Addressing = {
  readonly kind: LetterKind;
  /** Copies for the staff among those whom the reader wrote to were asked for. */
  readonly isToAll: boolean;
  readonly content: LetterContent;
  /** Null until the policy has answered. */
  readonly check: LetterCheck | null;
  readonly onChange: (part: Partial<Pick<LetterContent, 'cc' | 'bcc'>>) => void;
};

type RecipientsFieldProps = Addressing & {
  /** Of a reply. */
  readonly recipient: ReplyRecipient;
  readonly isDisabled: boolean;
};

/** Whom the letter goes to, as lines of the form's list of fields: copies only where they are asked for. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { kind, isToAll, content, check, recipient, isDisabled, onChange } = props;
  const { cc, bcc } = content;
  const { t } = useTranslation('policy');
  const [areCopiesAsked, setCopiesAsked] = useState(false);
  const [isBlindAsked, setBlindAsked] = useState(false);
  const isBlindShown = isBlindAsked || bcc.length > 0;
  const areShown = kind === 'forward' || areCopiesAsked || isToAll || cc.length > 0 || isBlindShown;
  const first = useRef<HTMLInputElement>(null);
  const blind = useRef<HTMLInputElement>(null);
  const wanted = useRef(kind === 'forward' && cc.length === 0 ? first : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once they are shown
  useEffect(() => {
    wanted.current?.current?.focus();
    wanted.current = null;
  }, [areShown, isBlindShown]);
  const refused = new Set(
    check?.findings.flatMap(({ level, about }) => (level === 'refused' ? [about] : [])),
  );
  const tokens = { refused, isDisabled };
  const label = t(kind === 'forward' ? 'field.to' : 'field.cc');

  return (
    <>
      {kind === 'reply' && recipient.allowed && (
        <RecipientField recipient={recipient.recipient}>
          {!areShown && (
            <Ask
              words={t('field.add')}
              onPress={() => {
                wanted.current = first;
                setCopiesAsked(true);
              }}
            />
          )}
        </RecipientField>
      )}
      {areShown && (
        <>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.line}>
            <AddressTokens
              {...tokens}
              label={label}
              addresses={cc}
              inputRef={first}
              onChange={(next) => onChange({ cc: [...next] })}
            />
            {!isBlindShown && (
              <Ask
                words={t('field.bcc')}
                onPress={() => {
                  wanted.current = blind;
                  setBlindAsked(true);
                }}
              />
            )}
          </dd>
        </>
      )}
      {kind === 'reply' && areShown && check !== null && check.copied.length > 0 && (
        <CopiedPeople
          people={check.copied}
          cc={cc}
          isDisabled={isDisabled}
          onChange={(next) => onChange({ cc: [...next] })}
        />
      )}
      {isBlindShown && (
        <>
          <dt className={styles.label}>{t('field.bcc')}</dt>
          <dd className={styles.line}>
            <AddressTokens
              {...tokens}
              label={t('field.bcc')}
              addresses={bcc}
              inputRef={blind}
              onChange={(next) => onChange({ bcc: [...next] })}
            />
          </dd>
        </>
      )}
    </>
  );
}

function Ask({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <Button className={styles.ask ?? ''} onPress={onPress}>
      {words}
    </Button>
  );
}
