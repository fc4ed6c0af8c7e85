import { useTranslation } from 'react-i18next';
import type { ConversationState } from '../../../shared/model/conversation-state.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useCommandKeys, useKeyLabel } from '../../command-keys.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { isMac } from '../../ui/is-mac.ts';
import { ariaShortcut } from '../../ui/shortcut.ts';
import { useCommand } from '../../use-command.ts';
import { TagMenu } from '../tags/tag-menu.tsx';
import { FollowUpMenu } from './follow-up-menu.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import styles from './state-line.module.css';
import { type StandingConversation, useStanding } from './use-standing.ts';

type StateLineProps = {
  readonly sectionId: SectionId;
  readonly conversation: StandingConversation;
  readonly onNote: () => void;
  readonly onPrint: () => void;
  /** Null for those who may not. */
  readonly onLookUp: (() => void) | null;
};

const tones = {
  open: 'accent',
  waiting: 'neutral',
  snoozed: 'neutral',
  done: 'success',
} as const satisfies Readonly<Record<ConversationState['status'], string>>;

/** Whose turn it is, who else is at work on it, and what can be done about it. */
export function StateLine({ sectionId, conversation, onNote, onPrint, onLookUp }: StateLineProps) {
  const { t } = useTranslation('state');
  const format = useFormat();
  const keyLabel = useKeyLabel();
  const keys = useCommandKeys();
  const { state, remindAt, alsoWriting } = conversation;
  const standing = useStanding({ sectionId, conversationId: conversation.id }, state);
  const isDone = state.status === 'done';
  useCommand('done', standing.toggleDone);
  useCommand('note', onNote);
  useCommand('print', onPrint);
  useCommand('look-up-member', () => onLookUp?.(), { isDisabled: onLookUp === null });
  const time = state.wakesAt === null ? '' : format.shortDateTime(state.wakesAt);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className={styles.line} role="group" aria-label={t('label')}>
      <span role="status">
        <Badge tone={state.due === null ? tones[state.status] : 'warning'}>
          {state.due === null ? t(`status.${state.status}`, { time }) : t(`due.${state.due}`)}
        </Badge>
      </span>
      {alsoWriting.length > 0 && (
        <span className={styles.also}>
          {t('alsoWriting', {
            count: alsoWriting.length,
            names: alsoWriting.join(t('separator')),
          })}
        </span>
      )}
      <span className={styles.space} />
      <Button
        size="sm"
        variant="quiet"
        icon={isDone ? 'inbox' : 'check'}
        aria-keyshortcuts={ariaShortcut(keys.done, isMac())}
        onPress={standing.toggleDone}
      >
        <span className={styles.words}>{t(isDone ? 'reopen' : 'done')}</span>
      </Button>
      <SnoozeMenu state={state} onSnooze={standing.snooze} />
      <FollowUpMenu remindAt={remindAt} onRemind={standing.remind} />
      <TagMenu sectionId={sectionId} conversationId={conversation.id} tags={conversation.tags} />
      <IconButton
        icon="note"
        size="sm"
        label={t('note.open')}
        shortcut={keyLabel('note')}
        onPress={onNote}
      />
      {onLookUp !== null && (
        <IconButton
          icon="members"
          size="sm"
          label={t('lookUp')}
          shortcut={keyLabel('look-up-member')}
          onPress={onLookUp}
        />
      )}
      <IconButton
        icon="print"
        size="sm"
        label={t('print.open')}
        shortcut={keyLabel('print')}
        onPress={onPrint}
      />
    </div>
  );
}
