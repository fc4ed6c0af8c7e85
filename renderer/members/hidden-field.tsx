import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { HiddenField as Field, HiddenValues } from '../../shared/model/member.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Dots } from './dots.tsx';
import styles from './member-record.module.css';
import { useCopyField } from './use-copy-field.ts';
import { useMemberWords } from './use-member-words.ts';

type HiddenFieldProps = {
  readonly memberId: MemberId;
  readonly asOf: number | null;
  readonly field: Field;
  readonly count: number;
  /** Staff asked to see all of them at once. */
  readonly isAsked?: boolean;
};

/** A field that is dots until somebody asks to see it, which is on record. */
export function HiddenField(props: HiddenFieldProps) {
  const { memberId, asOf, field, count, isAsked = false } = props;
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const [values, setValues] = useState<HiddenValues | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  async function reveal() {
    const result = await call('member.reveal', { sectionId: 'members', memberId, asOf, field });
    setError(result.ok ? null : result.error);
    if (result.ok) setValues(result.value);
  }

  const isDue = isAsked && count > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is asked for
  useEffect(() => {
    if (isDue) void reveal();
  }, [isDue]);

  if (count === 0) return <span className={styles.blank}>{t('blank')}</span>;
  if (values !== null)
    return <Revealed memberId={memberId} field={field} values={values} isFocused={!isAsked} />;
  return (
    <>
      <Dots
        label={t('reveal.show', { field: t(`field.${field}`), count })}
        lines={count}
        onPress={() => void reveal()}
      />
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </>
  );
}

type RevealedProps = {
  readonly memberId: MemberId;
  readonly field: Field;
  readonly values: HiddenValues;
  readonly isFocused: boolean;
};

/** It can be copied by its button alone: selected text would leave past the record. */
function Revealed({ memberId, field, values, isFocused }: RevealedProps) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const copy = useCopyField(memberId);
  const list = useRef<HTMLUListElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isFocused) list.current?.focus();
  }, [isFocused]);
  return (
    <ul ref={list} className={styles.values} tabIndex={-1} data-revealed={field}>
      {words.hidden(field, values).map((lines, index) => {
        const text = field === 'custom' ? (lines[1] ?? '') : lines.join('\n');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of a field have no other name
          <li key={index} className={styles.value}>
            <span className={styles.lines}>
              {field === 'custom' && <span className={styles.label}>{lines[0]}</span>}
              <span>{text}</span>
            </span>
            <IconButton
              icon="copy"
              size="sm"
              label={t('reveal.copy', { value: text.replaceAll('\n', ' ') })}
              onPress={() => copy(field, text)}
            />
          </li>
        );
      })}
    </ul>
  );
}
