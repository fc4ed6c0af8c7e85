import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { ActionMenu } from '../ui/action-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ScheduleDialog } from '../ui/schedule/schedule-dialog.tsx';
import type { Departure } from './departure.ts';

type SendMenuProps = {
  readonly isDisabled: boolean;
  readonly onChoose: (departure: Departure) => void;
};

/** The other ways to send, beside the button that sends: and be done with it, or at a time. */
export function SendMenu({ isDisabled, onChoose }: SendMenuProps) {
  const { t } = useTranslation(['composer', 'outbox']);
  const keyLabel = useKeyLabel();
  const [isScheduling, setScheduling] = useState(false);
  return (
    <>
      <ActionMenu
        label={t('composer:sendMore')}
        placement="bottom start"
        items={[
          {
            id: 'now-and-done',
            label: t('composer:sendAndDone'),
            more: keyLabel('send-and-done'),
          },
          { id: 'schedule', label: t('outbox:schedule.open') },
        ]}
        onChoose={(id) => {
          if (id === 'schedule') setScheduling(true);
          else onChoose(id);
        }}
      >
        <IconButton icon="chevron-up" label={t('composer:sendMore')} isDisabled={isDisabled} />
      </ActionMenu>
      <ScheduleDialog
        isOpen={isScheduling}
        at={null}
        onClose={() => setScheduling(false)}
        onChoose={(schedule) => {
          setScheduling(false);
          onChoose(schedule);
        }}
      />
    </>
  );
}
