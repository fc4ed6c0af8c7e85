import { useTranslation } from 'react-i18next';
import { isHiddenField, MemberField } from '../../../shared/model/member.ts';
import type { SomeFields } from '../../../shared/model/member-change.ts';
import type { ImportRow, RowReason } from '../../../shared/model/member-import.ts';
import { useFormat } from '../../i18n/use-format.ts';
import historyStyles from '../member-history.module.css';
import { type MemberWords, useMemberWords } from '../use-member-words.ts';
import styles from './import.module.css';

/** One row of the file: whose it is, what it would change, or why it is not taken. */
export function PreviewRow({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const format = useFormat();
  const { line, name, memberId, verdict, reasons, formulas, before, after } = row;
  const isNew = before === null;
  const fields = MemberField.options.filter(
    (field) => after[field] !== undefined && (!isNew || lineOf(words, field, after) !== ''),
  );
  const reasonWords = ({ field, code, line: first, erasure }: RowReason) => {
    const why = t(`import.reason.${code}`, {
      line: first ?? 0,
      ...(erasure && { number: erasure.number, date: format.day(erasure.at) }),
    });
    if (field === null) return why;
    const of = field === 'key' ? t('import.field.key') : t(`field.${field}`);
    return t('import.reasonOf', { field: of, why });
  };
  return (
    <li className={styles.row} data-verdict={verdict}>
      <div className={styles.line}>
        <span className={styles.what}>{name || t('nameless')}</span>
        <span className={styles.quiet}>{t('import.line', { line })}</span>
        {memberId !== null && (
          <span className={styles.quiet}>{t('number', { number: memberId })}</span>
        )}
      </div>
      {reasons.map((reason) => (
        <p key={`${reason.field} ${reason.code}`} className={styles.reason}>
          {reasonWords(reason)}
        </p>
      ))}
      {formulas.length > 0 && (
        <p className={styles.quiet}>{t('import.formula', { names: formulas.join(', ') })}</p>
      )}
      {fields.length > 0 && (
        <table className={historyStyles.table} aria-label={t('import.changesOf', { line })}>
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              {!isNew && <th scope="col">{t('history.before')}</th>}
              <th scope="col">{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`field.${field}`)}</th>
                {!isNew && <td>{lineOf(words, field, before) || t('blank')}</td>}
                <td>{lineOf(words, field, after) || t('blank')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

function lineOf(words: MemberWords, field: MemberField, some: SomeFields): string {
  if (!isHiddenField(field)) return words.shown(field, some);
  return words
    .hidden(field, some)
    .map((value) => value.join('\n'))
    .join('\n');
}
