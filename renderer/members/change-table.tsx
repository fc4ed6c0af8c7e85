import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import { type HiddenField, isHiddenField, type MemberField } from '../../shared/model/member.ts';
import type { MemberChange } from '../../shared/model/member-change.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Dots } from './dots.tsx';
import styles from './member-history.module.css';
import { useMemberWords } from './use-member-words.ts';

type ChangeTableProps = { readonly memberId: MemberId; readonly change: MemberChange };

type Revealed = Readonly<Partial<Record<HiddenField, CallOutput<'member.revealChange'>>>>;

/** What a change made of each field. Hidden ones are dots until somebody asks to see them. */
export function ChangeTable({ memberId, change }: ChangeTableProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const words = useMemberWords();
  const [revealed, setRevealed] = useState<Revealed>({});
  const [error, setError] = useState<AppError | null>(null);
  const { sequence, before, after } = change;
  const isFirst = before === null;

  async function reveal(field: HiddenField) {
    const place = { sectionId: 'members', memberId, sequence, field } as const;
    const result = await call('member.revealChange', place);
    setError(result.ok ? null : result.error);
    if (result.ok) setRevealed((last) => ({ ...last, [field]: result.value }));
  }

  const cell = (field: MemberField, side: 'before' | 'after') => {
    if (!isHiddenField(field)) {
      const some = side === 'before' ? before : after;
      return (some === null ? '' : words.shown(field, some)) || t('blank');
    }
    const known = revealed[field];
    if (known === undefined)
      return (
        <Dots
          label={t('reveal.show', { field: t(`field.${field}`), count: 1 })}
          lines={1}
          onPress={() => void reveal(field)}
        />
      );
    const values = known[side] ?? {};
    const lines = words.hidden(field, values).map((value) => value.join('\n'));
    return <span className={styles.revealed}>{lines.join('\n') || t('blank')}</span>;
  };

  // What a new member has nothing in is no news.
  const fields = change.fields.filter(
    (field) => !isFirst || isHiddenField(field) || words.shown(field, after) !== '',
  );
  return (
    <>
      <table className={styles.table} aria-label={t('history.changedFields', { number: sequence })}>
        <thead>
          <tr>
            <th scope="col">{t('history.field')}</th>
            {!isFirst && <th scope="col">{t('history.before')}</th>}
            <th scope="col">{t('history.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`field.${field}`)}</th>
              {!isFirst && <td>{cell(field, 'before')}</td>}
              <td>{cell(field, 'after')}</td>
            </tr>
          ))}
          {change.erased.map((field) => (
            <tr key={field} className={styles.erased}>
              <th scope="row">{t(`field.${field}`)}</th>
              {!isFirst && <td>{t('history.erased')}</td>}
              <td>{t('history.erased')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </>
  );
}
