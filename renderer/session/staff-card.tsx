import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../shared/contract.ts';
import { sectionIds as allSections, type SectionId } from '../../shared/model/section.ts';
import type { StaffEntry } from '../../shared/model/staff.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Spinner } from '../ui/spinner.tsx';
import styles from './settings-pages.module.css';
import type { StaffChange } from './staff-change.ts';

type StaffCardProps = {
  readonly entry: StaffEntry;
  readonly isOwn: boolean;
  readonly isBusy: boolean;
  readonly sectionIds: readonly SectionId[];
  readonly onChange: <N extends StaffChange>(name: N, input: CallInput<N>, done: string) => void;
  readonly onReset: () => void;
};

type Question = 'remove' | 'reset' | SectionId;

/** One person: the sections, the role, and what can be done. What cannot be undone is asked first. */
export function StaffCard(props: StaffCardProps) {
  const { entry, isOwn, isBusy, sectionIds, onChange, onReset } = props;
  const { id: staffId, name, role } = entry;
  const { t } = useTranslation(['session', 'common']);
  const [question, setQuestion] = useState<Question | null>(null);
  // The last question stays in sight while the dialog fades out.
  const [asked, setAsked] = useState<Question>('remove');
  const ask = (next: Question) => {
    setAsked(next);
    setQuestion(next);
  };
  const section = (id: SectionId) => t(`common:section.${id}`);
  const other = role === 'administrator' ? 'staff' : 'administrator';

  function confirm() {
    setQuestion(null);
    if (question === 'remove') {
      onChange('staff.remove', { staffId }, t('session:staff.removed', { name }));
    } else if (question === 'reset') onReset();
    else if (question !== null) {
      const done = t('session:staff.withdrawn', { name, section: section(question) });
      onChange('staff.withdraw', { staffId, sectionId: question }, done);
    }
  }

  function choose(sectionId: SectionId, isSelected: boolean) {
    if (!isSelected) {
      ask(sectionId);
      return;
    }
    const done = t('session:staff.granted', { name, section: section(sectionId) });
    onChange('staff.grant', { staffId, sectionId }, done);
  }

  const kind = asked === 'remove' || asked === 'reset' ? asked : 'withdraw';
  return (
    <Card
      title={name}
      isBusy={isBusy}
      badges={
        <>
          <Badge tone={role === 'administrator' ? 'accent' : 'neutral'}>
            {t(`session:staff.roles.${role}`)}
          </Badge>
          {entry.isHandedOver && <Badge tone="warning">{t('session:staff.notYet')}</Badge>}
          {isBusy && <Spinner />}
        </>
      }
    >
      <fieldset className={styles.sections}>
        <legend>{t('session:staff.sections')}</legend>
        {allSections.map((sectionId) => (
          <CheckBox
            key={sectionId}
            isSelected={entry.sections.includes(sectionId)}
            isDisabled={isOwn || !sectionIds.includes(sectionId)}
            onChange={(isSelected) => choose(sectionId, isSelected)}
          >
            {section(sectionId)}
          </CheckBox>
        ))}
      </fieldset>
      {isOwn && <p className={styles.quiet}>{t('session:staff.withdrawNote')}</p>}
      {!isOwn && (
        <div className={styles.actions}>
          <Button
            size="sm"
            onPress={() =>
              onChange(
                'staff.setRole',
                { staffId, role: other },
                t(`session:staff.made.${other}`, { name }),
              )
            }
          >
            {t(`session:staff.make.${other}`)}
          </Button>
          <Button size="sm" onPress={() => ask('reset')}>
            {t('session:staff.reset')}
          </Button>
          <Button size="sm" onPress={() => ask('remove')}>
            {t('session:staff.remove')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={t(`session:staff.ask.${kind}.title`, {
          name,
          section: kind === 'withdraw' ? section(asked as SectionId) : '',
        })}
        isOpen={question !== null}
        confirmLabel={t(`session:staff.ask.${kind}.confirm`)}
        cancelLabel={t('common:cancel')}
        isDangerous={kind !== 'reset'}
        onConfirm={confirm}
        onCancel={() => setQuestion(null)}
      >
        <p>{t(`session:staff.ask.${kind}.text`, { name })}</p>
      </ConfirmDialog>
    </Card>
  );
}
