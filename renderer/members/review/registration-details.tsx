import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { withHonorific } from '../../../shared/model/honorific.ts';
import type { HiddenField as Hidden, MemberField } from '../../../shared/model/member.ts';
import { memberKana, memberName } from '../../../shared/model/member-name.ts';
import { useKeyLabel } from '../../command-keys.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useCommand } from '../../use-command.ts';
import { HiddenField } from '../hidden-field.tsx';
import record from '../member-record.module.css';
import { StatusBadge } from '../status-badge.tsx';
import { useHeldCopies } from '../use-held-copies.ts';
import { useMemberWords } from '../use-member-words.ts';
import { useCheckWords } from './check-words.ts';
import styles from './review.module.css';

type RegistrationDetailsProps = {
  readonly opened: CallOutput<'review.open'>;
  readonly onApprove: () => void;
  /** Approves with a letter that says so. */
  readonly onWelcome: () => void;
  readonly onReject: () => void;
  readonly onCorrect: () => void;
  readonly onTakeOver: () => void;
  readonly onOpenConversation: (id: ConversationId) => void;
};

const shownFields = ['language', 'plan', 'consent', 'tailoring', 'notes'] as const;
const hiddenFields = ['phones', 'emails', 'addresses', 'custom'] as const;

/** An open registration: each field with what is to be said of it, and the ways to decide. */
export function RegistrationDetails(props: RegistrationDetailsProps) {
  const { opened, onApprove, onReject, onCorrect } = props;
  const { card, claim, answer } = opened;
  const { id, shown, counts, addedAt } = card;
  const { t } = useTranslation(['review', 'members']);
  const format = useFormat();
  const keyLabel = useKeyLabel();
  const words = useMemberWords();
  const held = useHeldCopies(id, 'shown');
  const [isAllAsked, setAllAsked] = useState(false);
  useCommand('show-hidden', () => setAllAsked(true));
  const name = memberName(shown);
  const isOpen = claim !== null;
  const text = (field: MemberField) => words.shown(field, shown) || t('members:blank');
  const hidden = (field: Hidden) => (
    <HiddenField
      key={field}
      memberId={id}
      asOf={null}
      field={field}
      count={counts[field]}
      isAsked={isAllAsked}
    />
  );
  const line = (label: string, fields: readonly MemberField[], value: ReactNode) => (
    <Line key={label} label={label} fields={fields} opened={opened}>
      {value}
    </Line>
  );

  return (
    <section className={record.pane} aria-label={name} data-pane="reading" tabIndex={-1} {...held}>
      <header className={record.head}>
        <h2 className={record.title}>{name || t('members:nameless')}</h2>
        <StatusBadge status={shown.status} />
        <span className={styles.waited}>
          {t('review:waiting', { age: format.age(Date.now() - addedAt) })}
        </span>
      </header>
      <div className={record.scroller}>
        <div className={record.column}>
          {claim !== null && !claim.isOwn && (
            <Notice
              tone="warning"
              isLive
              title={t('review:claim.title', {
                name: claim.staffName,
                time: format.time(claim.at),
              })}
              actions={
                <Button size="sm" onPress={props.onTakeOver}>
                  {t('review:claim.takeOver')}
                </Button>
              }
            >
              {t('review:claim.text')}
            </Notice>
          )}
          {answer !== null && (
            <Notice
              tone="info"
              title={t('review:answer.title')}
              actions={
                answer.conversationId !== null && (
                  <Button
                    size="sm"
                    onPress={() => {
                      if (answer.conversationId !== null)
                        props.onOpenConversation(answer.conversationId);
                    }}
                  >
                    {t('review:answer.open')}
                  </Button>
                )
              }
            >
              {answer.conversationId === null && t('review:answer.gone')}
            </Notice>
          )}
          <dl className={record.fields}>
            {line(t('members:part.name'), ['familyName', 'givenName'], name)}
            {line(
              t('members:part.kana'),
              ['familyKana', 'givenKana'],
              memberKana(shown) || t('members:blank'),
            )}
            {line(
              t('members:field.honorific'),
              ['honorific'],
              shown.honorific === null || shown.honorific === 'none'
                ? text('honorific')
                : withHonorific(name, shown.honorific),
            )}
            {hiddenFields.map((field) => line(t(`members:field.${field}`), [field], hidden(field)))}
            {shownFields.map((field) => line(t(`members:field.${field}`), [field], text(field)))}
          </dl>
        </div>
      </div>
      <footer className={styles.ways}>
        <Button size="sm" variant="quiet" onPress={() => setAllAsked(true)}>
          {t('review:showHidden')}
          <kbd className={styles.key}>{keyLabel('show-hidden')}</kbd>
        </Button>
        {isOpen && (
          <span className={styles.deciding}>
            <Button size="sm" onPress={onReject}>
              {t('review:reject')}
              <kbd className={styles.key}>{keyLabel('reject')}</kbd>
            </Button>
            <Button size="sm" onPress={onCorrect}>
              {t('review:correct')}
              <kbd className={styles.key}>{keyLabel('correct')}</kbd>
            </Button>
            <IconButton icon="mail" label={t('review:welcome')} onPress={props.onWelcome} />
            <Button size="sm" variant="primary" onPress={onApprove}>
              {t('review:approve')}
              <kbd className={styles.key}>{keyLabel('approve')}</kbd>
            </Button>
          </span>
        )}
      </footer>
    </section>
  );
}

type LineProps = {
  readonly label: string;
  readonly fields: readonly MemberField[];
  readonly opened: CallOutput<'review.open'>;
  readonly children: ReactNode;
};

/** What is checked. Of the other fields there is nothing to be said. */
const checked: readonly MemberField[] = [
  ...(['familyName', 'familyKana', 'emails', 'phones', 'addresses', 'consent'] as const),
];

function Line({ label, fields, opened, children }: LineProps) {
  const { t } = useTranslation('review');
  const words = useCheckWords();
  const warnings = opened.warnings.filter(({ field }) => fields.includes(field));
  const isChecked = opened.claim !== null && fields.some((field) => checked.includes(field));
  return (
    <div className={styles.line} data-field={fields[0]}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className={styles.checks}>
        {warnings.map((warning) => (
          <span key={`${warning.code}${warning.index}`} className={styles.warning}>
            <Icon name="warning" />
            {words(warning)}
          </span>
        ))}
        {isChecked && warnings.length === 0 && (
          <span className={styles.fine}>
            <Icon name="check" />
            {t('fine')}
          </span>
        )}
      </dd>
    </div>
  );
}
