import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { LetterCheck } from '../../shared/model/letter-check.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import { Button } from '../ui/button.tsx';
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
  const [areAsked, setAsked] = useState(isToAll);
  const hasCopies = cc.length > 0 || bcc.length > 0;
  const areShown = areAsked || isToAll || (kind === 'reply' && hasCopies);
  const first = useRef<HTMLInputElement>(null);
  const isFocusWanted = useRef(kind === 'forward' && cc.length === 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once they are shown
  useEffect(() => {
    if (isFocusWanted.current) first.current?.focus();
    isFocusWanted.current = false;
  }, [areShown]);
  const refused = new Set(
    check?.findings.flatMap(({ level, about }) => (level === 'refused' ? [about] : [])),
  );
  const tokens = { refused, isDisabled };
  const ask = !areShown && (
    <Button
      size="sm"
      variant="quiet"
      onPress={() => {
        isFocusWanted.current = kind === 'reply';
        setAsked(true);
      }}
    >
      {t(kind === 'reply' ? 'field.add' : 'field.bcc')}
    </Button>
  );

  return (
    <>
      {kind === 'reply' && recipient.allowed && (
        <RecipientField recipient={recipient.recipient}>{ask}</RecipientField>
      )}
      {(kind === 'forward' || areShown) && (
        <>
          <dt>{t(kind === 'forward' ? 'field.to' : 'field.cc')}</dt>
          <dd className={styles.line}>
            <AddressTokens
              {...tokens}
              label={t(kind === 'forward' ? 'field.to' : 'field.cc')}
              addresses={cc}
              inputRef={first}
              onChange={(next) => onChange({ cc: [...next] })}
            />
            {kind === 'forward' && ask}
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
      {areShown && (
        <>
          <dt>{t('field.bcc')}</dt>
          <dd className={styles.line}>
            <AddressTokens
              {...tokens}
              label={t('field.bcc')}
              addresses={bcc}
              onChange={(next) => onChange({ bcc: [...next] })}
            />
          </dd>
        </>
      )}
    </>
  );
}
