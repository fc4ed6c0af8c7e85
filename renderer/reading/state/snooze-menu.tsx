import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationState } from '../../../shared/model/conversation-state.ts';
import { useCommandKeys } from '../../command-keys.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { Button } from '../../ui/button.tsx';
import { isMac } from '../../ui/is-mac.ts';
import { ariaShortcut } from '../../ui/shortcut.ts';
import { useCommand } from '../../use-command.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { type SnoozeChoice, snoozeTimes } from './snooze-times.ts';
import styles from './state-line.module.css';

type SnoozeMenuProps = {
  readonly state: ConversationState;
  readonly onSnooze: (until: number | null) => void;
};

/** Until when a conversation is out of the way: an offered time, or one of their own. */
export function SnoozeMenu({ state, onSnooze }: SnoozeMenuProps) {
  const { t } = useTranslation('state');
  const format = useFormat();
  const keys = useCommandKeys();
  const [isOpen, setOpen] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  useCommand('snooze', () => setOpen(true), { isDisabled: isOpen });
  const times = isOpen ? snoozeTimes(Date.now()) : [];

  function choose(id: SnoozeChoice | 'choose' | 'wake') {
    if (id === 'choose') setChoosing(true);
    else if (id === 'wake') onSnooze(null);
    else onSnooze(times.find((time) => time.id === id)?.at ?? null);
  }

  return (
    <>
      <ActionMenu
        label={t('snooze.label')}
        isTitled
        isOpen={isOpen}
        onOpenChange={setOpen}
        items={[
          ...times.map(({ id, at }) => ({
            id,
            label: t(`snooze.${id}`),
            more: format.shortDateTime(at),
          })),
          { id: 'choose' as const, label: t('snooze.choose') },
          ...(state.status === 'snoozed' ? [{ id: 'wake' as const, label: t('snooze.wake') }] : []),
        ]}
        onChoose={choose}
      >
        <Button
          size="sm"
          variant="quiet"
          icon="clock"
          aria-keyshortcuts={ariaShortcut(keys.snooze, isMac())}
        >
          <span className={styles.words}>{t('snooze.open')}</span>
        </Button>
      </ActionMenu>
      {isChoosing && (
        <SnoozeDialog
          onClose={() => setChoosing(false)}
          onSnooze={(until) => {
            setChoosing(false);
            onSnooze(until);
          }}
        />
      )}
    </>
  );
}
