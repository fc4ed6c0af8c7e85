import { useTranslation } from 'react-i18next';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { isSameReader } from './is-same-reader.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';

type NewerMessageProps = {
  readonly newer: NonNullable<ReplyComposerProps['newer']>;
  /** Who the reply in hand goes to. */
  readonly recipient: ReplyRecipient;
  readonly isDisabled: boolean;
  readonly onAnswer: (target: ReplyTarget) => void;
};

/** Somebody wrote while a reply was written. It goes on to whom it was begun for, until told otherwise. */
export function NewerMessage({ newer, recipient, isDisabled, onAnswer }: NewerMessageProps) {
  const { t } = useTranslation('composer');
  const { target, from } = newer;
  const other = target.recipient;
  const isSame = isSameReader(recipient, other);
  return (
    <Notice
      tone={isSame ? 'info' : 'warning'}
      title={t('newer.arrived', { name: from.name || from.address })}
      isLive
      actions={
        other.allowed && (
          <Button size="sm" isDisabled={isDisabled} onPress={() => onAnswer(target)}>
            {t('newer.answer')}
          </Button>
        )
      }
    >
      {!isSame &&
        recipient.allowed &&
        t('newer.still', { name: recipient.recipient.name || recipient.recipient.address })}
    </Notice>
  );
}
