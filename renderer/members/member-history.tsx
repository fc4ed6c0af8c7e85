import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberChange } from '../../shared/model/member-change.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCall } from '../use-call.ts';
import type { AsOf } from './as-of.ts';
import { ChangeTable } from './change-table.tsx';
import styles from './member-history.module.css';

type MemberHistoryProps = {
  readonly memberId: MemberId;
  readonly onShow: (asOf: AsOf) => void;
  readonly onUndone: () => void;
  /** The other record of a merge. */
  readonly onOpen: (memberId: MemberId) => void;
};

/** Every change of a member, newest first: who, when, why, what before and what after. */
export function MemberHistory({ memberId, onShow, onUndone, onOpen }: MemberHistoryProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const history = useCall('member.history', { sectionId: 'members', memberId });
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const error = refusal ?? history.error;
  const changes = history.value ?? [];
  const section = useRef<HTMLElement>(null);
  const isHere = history.value !== null;
  // It comes below the record, and whoever asks for it wants to see it.
  useEffect(() => {
    if (isHere) section.current?.scrollIntoView({ block: 'start' });
  }, [isHere]);

  async function undo({ sequence, kind }: MemberChange) {
    const way = kind === 'merged' ? 'duplicate.undo' : 'member.undo';
    const result = await call(way, { sectionId: 'members', memberId, sequence });
    setRefusal(result.ok ? null : result.error);
    if (result.ok) onUndone();
  }

  function wordsOf(one: AppError) {
    if (one.code !== 'outbox-state-changed') return errorWords(one);
    return { what: t('history.letterLeft'), next: t('history.letterLeftNext'), detail: null };
  }

  return (
    <section ref={section} className={styles.history} aria-label={t('history.title')}>
      <h3 className={styles.title}>{t('history.title')}</h3>
      {error !== null && <ErrorNotice error={wordsOf(error)} />}
      <ol className={styles.changes}>
        {changes.map((change) => (
          <Change
            key={change.sequence}
            memberId={memberId}
            change={change}
            // The first one is how the member came here: to undo it would be to erase them. What a
            // rule took cannot be put back.
            canUndo={
              change.before !== null &&
              change.erased.length === 0 &&
              !['replaced', 'unmerged'].includes(change.kind)
            }
            onUndo={() => void undo(change)}
            onShow={() => onShow({ sequence: change.sequence, at: change.at })}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </section>
  );
}

type ChangeProps = {
  readonly memberId: MemberId;
  readonly change: MemberChange;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onShow: () => void;
  readonly onOpen: (memberId: MemberId) => void;
};

function Change({ memberId, change, canUndo, onUndo, onShow, onOpen }: ChangeProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const { sequence, kind, at, staffName, reason, undoes, other, before } = change;
  // Members are added by nobody where a form mail was read.
  const name = staffName || t(before === null ? 'history.byForm' : 'history.unknown');
  return (
    <li className={styles.change} data-change={kind}>
      <div className={styles.line}>
        <span className={styles.what}>
          {t(`history.${kind}`, { number: kind === 'undone' ? undoes : other })}
        </span>
        <span className={styles.by}>{t('history.by', { date: format.stamp(at), name })}</span>
        <span className={styles.number}>{t('history.number', { number: sequence })}</span>
      </div>
      {reason !== '' && <p className={styles.reason}>{t('history.reason', { reason })}</p>}
      <ChangeTable memberId={memberId} change={change} />
      <div className={styles.actions}>
        <Button
          size="sm"
          aria-label={t('history.showLabel', { number: sequence })}
          onPress={onShow}
        >
          {t('history.show')}
        </Button>
        {other !== null && (
          <Button size="sm" onPress={() => onOpen(other)}>
            {t('history.open', { number: other })}
          </Button>
        )}
        {canUndo && (
          <Button
            size="sm"
            aria-label={t('history.undoLabel', { number: sequence })}
            onPress={onUndo}
          >
            {t('history.undo')}
          </Button>
        )}
      </div>
    </li>
  );
}
