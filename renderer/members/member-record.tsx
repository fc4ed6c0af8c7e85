import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { MemberId } from '../../shared/ids.ts';
import { withHonorific } from '../../shared/model/honorific.ts';
import type { MemberField } from '../../shared/model/member.ts';
import { memberKana, memberName } from '../../shared/model/member-name.ts';
import { useKeyLabel } from '../command-keys.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AsOf } from './as-of.ts';
import { MemberDisclosures } from './disclosure/member-disclosures.tsx';
import { ErasePart } from './erasure/erase-part.tsx';
import { HiddenField } from './hidden-field.tsx';
import { MemberHistory } from './member-history.tsx';
import styles from './member-record.module.css';
import { EnterRequest } from './requests/enter-request.tsx';
import { StoppedNotice } from './requests/stopped-notice.tsx';
import { HoldPart } from './retention/hold-part.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useHeldCopies } from './use-held-copies.ts';
import { useMemberWords } from './use-member-words.ts';

type MemberRecordProps = {
  readonly card: CallOutput<'member.read'>;
  /** The change after which it was so; null for now. */
  readonly asOf: AsOf | null;
  readonly onAsOf: (asOf: AsOf | null) => void;
  readonly onEdit: () => void;
  /** A change was undone, by another. */
  readonly onUndone: () => void;
  /** A hold was placed or lifted. */
  readonly onHold: () => void;
  /** The person is erased, and this record with them. */
  readonly onErased: () => void;
  /** A request of the person is in the register. */
  readonly onRequested: () => void;
  readonly onClose: () => void;
  /** Another record that this one was merged with. */
  readonly onOpenMember: (memberId: MemberId) => void;
};

const registration = ['language', 'plan', 'consent', 'tailoring'] as const;

/** An open record. What is hidden in it appears one field at a time, on record. */
export function MemberRecord(props: MemberRecordProps) {
  const { card, asOf, onAsOf, onEdit, onUndone, onHold, onClose, onOpenMember } = props;
  const { t } = useTranslation(['members', 'common']);
  const format = useFormat();
  const keyLabel = useKeyLabel();
  const words = useMemberWords();
  const [hasHistory, setHistory] = useState(false);
  const held = useHeldCopies(card.id, 'shown');
  const { id, shown, counts, mergedInto, stoppedBy } = card;
  const name = memberName(shown);
  const hidden = (field: keyof typeof counts) => (
    <HiddenField
      // Another state has other values.
      key={`${card.changedAt} ${asOf?.sequence} ${field}`}
      memberId={id}
      asOf={asOf?.sequence ?? null}
      field={field}
      count={counts[field]}
    />
  );
  const hold = (
    <HoldPart key={String(card.hold?.at)} memberId={id} hold={card.hold} onChanged={onHold} />
  );
  const text = (field: MemberField) => words.shown(field, shown) || t('members:blank');

  return (
    <section className={styles.pane} aria-label={name} data-pane="reading" tabIndex={-1} {...held}>
      <header className={styles.head}>
        <h2 className={styles.title}>{name || t('members:nameless')}</h2>
        <StatusBadge status={shown.status} />
        <div className={styles.ways}>
          <Button size="sm" onPress={() => setHistory(!hasHistory)}>
            {t(hasHistory ? 'members:record.hideHistory' : 'members:record.history')}
          </Button>
          <IconButton
            icon="draft"
            label={t('members:record.edit')}
            shortcut={keyLabel('edit-member')}
            isDisabled={asOf !== null || mergedInto !== null}
            onPress={onEdit}
          />
          <IconButton icon="close" label={t('common:close')} shortcut="Esc" onPress={onClose} />
        </div>
      </header>
      <div className={styles.scroller}>
        <div className={styles.column}>
          {mergedInto !== null && (
            <Notice
              tone="info"
              title={t('members:merged.title', { number: mergedInto })}
              actions={
                <Button size="sm" onPress={() => onOpenMember(mergedInto)}>
                  {t('members:history.open', { number: mergedInto })}
                </Button>
              }
            >
              {t('members:merged.text')}
            </Notice>
          )}
          {asOf !== null && (
            <Notice
              tone="info"
              title={t('members:asOf.title', { date: format.stamp(asOf.at) })}
              isLive
              actions={
                <Button size="sm" onPress={() => onAsOf(null)}>
                  {t('members:asOf.back')}
                </Button>
              }
            />
          )}
          {card.hold !== null && hold}
          {stoppedBy !== null && <StoppedNotice requestId={stoppedBy} />}
          <Part title={t('members:part.name')}>
            <Field label={t('members:part.kana')}>{memberKana(shown) || t('members:blank')}</Field>
            <Field label={t('members:field.honorific')}>
              {shown.honorific === null || shown.honorific === 'none'
                ? text('honorific')
                : withHonorific(name, shown.honorific)}
            </Field>
          </Part>
          <Part title={t('members:part.contact')}>
            {(['phones', 'emails', 'addresses'] as const).map((field) => (
              <Field key={field} label={t(`members:field.${field}`)}>
                {hidden(field)}
              </Field>
            ))}
          </Part>
          <Part title={t('members:part.registration')}>
            {registration.map((field) => (
              <Field key={field} label={t(`members:field.${field}`)}>
                {text(field)}
              </Field>
            ))}
            <Field label={t('members:field.notes')}>{text('notes')}</Field>
            <Field label={t('members:field.custom')}>{hidden('custom')}</Field>
          </Part>
          <p className={styles.foot}>
            {t('members:number', { number: id })}
            <span>{t('members:record.added', { date: format.stamp(card.addedAt) })}</span>
            <span>{t('members:record.changed', { date: format.stamp(card.changedAt) })}</span>
          </p>
          <div className={styles.steps}>
            {card.hold === null && hold}
            <EnterRequest memberId={id} onEntered={props.onRequested} />
            {card.hold === null && mergedInto === null && (
              <ErasePart memberId={id} onErased={props.onErased} />
            )}
          </div>
          {hasHistory && <MemberDisclosures memberId={id} name={name} />}
          {hasHistory && (
            <MemberHistory
              // A change makes another history.
              key={card.changedAt}
              memberId={id}
              onShow={onAsOf}
              onUndone={onUndone}
              onOpen={onOpenMember}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      <dl className={styles.fields}>{children}</dl>
    </section>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
