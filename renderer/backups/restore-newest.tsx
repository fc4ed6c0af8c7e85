import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useBackups } from './use-backups.ts';

type RestoreNewestProps = {
  readonly sectionId: SectionId;
  /** Not while the section is busy with it: the question stays in sight. */
  readonly isOffered: boolean;
  readonly isDisabled: boolean;
};

/** The way back to the newest backup, for a section whose database does not open. */
export function RestoreNewest({ sectionId, isOffered, isDisabled }: RestoreNewestProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { backups } = useBackups(sectionId);
  const [isAsking, setAsking] = useState(false);
  const newest = backups?.[0];
  if (newest === undefined) return null;
  return (
    <>
      {isOffered && (
        <Button variant="primary" isDisabled={isDisabled} onPress={() => setAsking(true)}>
          {t('restoreNewest', { date: format.shortDate(newest.at) })}
        </Button>
      )}
      {isAsking && (
        <RestoreDialog sectionId={sectionId} backup={newest} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
