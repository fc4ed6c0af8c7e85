import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterCheck, LetterFinding } from '../../shared/model/letter-check.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ContactsNotice } from './contacts-notice.tsx';
import type { LetterException } from './letter-exception.ts';
import type { MemberReason } from './member-reason.ts';
import { PolicyQuote } from './policy-quote.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './recipients.module.css';

type PolicyNoticesProps = {
  readonly check: LetterCheck;
  readonly isReply: boolean;
  readonly isAdministrator: boolean;
  readonly exception: LetterException | null;
  readonly memberReason: MemberReason | null;
  readonly isDisabled: boolean;
  readonly onExcept: (exception: LetterException | null) => void;
  readonly onReason: (reason: MemberReason | null) => void;
  /** Takes an address out of the copies; all of them without one. */
  readonly onRemove: (address: string | null) => void;
  readonly onStrike: (words: readonly string[]) => void;
};

const tones = { refused: 'danger', excepted: 'info', warning: 'warning' } as const;

/** What keeps the letter here or should be known before it leaves, the line of the policy, and the way on. */
export function PolicyNotices(props: PolicyNoticesProps) {
  const { check, isReply, isAdministrator, exception, memberReason, isDisabled } = props;
  const { onExcept, onReason, onRemove, onStrike } = props;
  const { t } = useTranslation('policy');
  const [asked, setAsked] = useState<LetterFinding | null>(null);
  // That nobody is chosen yet is plain to see.
  const shown = check.findings.filter(({ kind }) => kind !== 'contact' && kind !== 'nobody');
  const ofMembers = check.findings.flatMap(({ kind, about }) =>
    kind === 'member-data' ? [about] : [],
  );
  // Each is pointed out once.
  const contacts = check.disclosure.contacts.filter(({ text }) => !ofMembers.includes(text));
  if (shown.length === 0 && contacts.length === 0) return null;
  const copies = check.disclosure.recipients.filter(({ role }) => role !== 'to').length;

  function wayOfMemberData(finding: LetterFinding) {
    const { about, level, canExcept } = finding;
    return (
      <>
        {level === 'excepted' ? (
          <Button size="sm" isDisabled={isDisabled} onPress={() => onReason(null)}>
            {t('way.takeReasonBack')}
          </Button>
        ) : (
          (isAdministrator || !canExcept) && (
            <Button size="sm" isDisabled={isDisabled} onPress={() => setAsked(finding)}>
              {t('way.giveReason')}
            </Button>
          )
        )}
        <Button
          size="sm"
          isDisabled={isDisabled}
          aria-label={t('way.strikeOne', { text: about })}
          onPress={() => onStrike([about])}
        >
          {t('way.strike')}
        </Button>
      </>
    );
  }

  function wayOf(finding: LetterFinding) {
    const { kind, about, role, level, canExcept } = finding;
    if (kind === 'member-data') return wayOfMemberData(finding);
    if (level === 'excepted')
      return (
        <Button size="sm" isDisabled={isDisabled} onPress={() => onExcept(null)}>
          {t('way.takeBack')}
        </Button>
      );
    if (level === 'warning' || about === '') return null;
    return (
      <>
        {isReply && role !== 'to' && copies > 1 && (
          <Button size="sm" isDisabled={isDisabled} onPress={() => onRemove(null)}>
            {t('way.readerAlone')}
          </Button>
        )}
        {canExcept && isAdministrator && (
          <Button size="sm" isDisabled={isDisabled} onPress={() => setAsked(finding)}>
            {t('way.except')}
          </Button>
        )}
        {!(isReply && role === 'to') && (
          <Button
            size="sm"
            isDisabled={isDisabled}
            aria-label={t('way.remove', { about })}
            onPress={() => onRemove(about)}
          >
            {t('way.removeCopy')}
          </Button>
        )}
      </>
    );
  }

  return (
    <div className={styles.notices}>
      {shown.map((finding) => {
        const { kind, level, about, other, line, canExcept } = finding;
        const words =
          level === 'excepted'
            ? kind === 'member-data'
              ? t('memberData.given', { about, reason: memberReason?.reason ?? '' })
              : t('excepted', { about, reason: exception?.reason ?? '' })
            : t(`finding.${kind}`, { about, other, count: 1 });
        return (
          <Notice key={`${kind} ${about}`} tone={tones[level]} title={words} isLive>
            {level !== 'warning' && <PolicyQuote line={line} />}
            {level === 'refused' && canExcept && !isAdministrator && (
              <p className={styles.quiet}>
                {t(kind === 'member-data' ? 'memberData.administrator' : 'exception.administrator')}
              </p>
            )}
            <div className={styles.ways}>{wayOf(finding)}</div>
          </Notice>
        );
      })}
      <ContactsNotice contacts={contacts} isDisabled={isDisabled} onStrike={onStrike} />
      <ReasonDialog
        kind={asked?.kind === 'member-data' ? 'memberData' : 'exception'}
        about={asked?.about ?? null}
        line={asked?.line ?? null}
        onClose={() => setAsked(null)}
        onAllow={(about, reason) =>
          asked?.kind === 'member-data'
            ? onReason({ facts: ofMembers, reason })
            : onExcept({ addresses: [...(exception?.addresses ?? []), about], reason })
        }
      />
    </div>
  );
}
