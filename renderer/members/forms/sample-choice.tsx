import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { foldText } from '../../../shared/fold-text.ts';
import type { SampleMail } from '../../../shared/model/form-mail.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';
import styles from './forms-page.module.css';

export type Sample = {
  /** '' where the text was pasted. */
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
};

type SampleChoiceProps = {
  readonly sample: Sample | null;
  readonly onTake: (sample: Sample) => void;
  readonly onOther: () => void;
};

/** A mail of the inbox to teach by, or a text that is pasted; once it is chosen, what it says. */
export function SampleChoice({ sample, onTake, onOther }: SampleChoiceProps) {
  const { t } = useTranslation('forms');
  const errorWords = useErrorWords();
  const format = useFormat();
  const { value, error, reload } = useCall('form.samples', { sectionId: 'members' });
  // The sample may be a mail that was sent to the account just for this.
  useEvent('section.changed', ({ sectionId }) => {
    if (sectionId === 'members') reload();
  });
  const [failed, setFailed] = useState<AppError | null>(null);
  const [query, setQuery] = useState('');

  if (sample !== null)
    return (
      <div className={styles.chosen}>
        <span className={styles.subject}>{sample.subject || t('editor.sample')}</span>
        <span className={styles.quiet}>{sample.sender}</span>
        <Button size="sm" onPress={onOther}>
          {t('editor.other')}
        </Button>
      </div>
    );

  async function choose({ messageId }: SampleMail) {
    const result = await call('form.sample', { sectionId: 'members', messageId });
    setFailed(result.ok ? null : result.error);
    if (result.ok) onTake(result.value);
  }
  const problem = failed ?? error;
  const folded = foldText(query.trim());
  const shown = (value ?? []).filter(({ fromName, fromAddress, subject }) =>
    foldText(`${fromName} ${fromAddress} ${subject}`).includes(folded),
  );
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>{t('editor.sample')}</h3>
      <p className={styles.quiet}>{t('editor.sampleText')}</p>
      {problem !== null && <ErrorNotice error={errorWords(problem)} />}
      <SearchInput
        label={t('editor.find')}
        clearLabel={t('editor.clearFind')}
        value={query}
        onChange={setQuery}
        maxLength={200}
      />
      {value !== null && shown.length === 0 && (
        <p className={styles.quiet}>{t('editor.noMails')}</p>
      )}
      {shown.length > 0 && (
        <ul className={styles.samples} aria-label={t('editor.samples')}>
          {shown.map((mail) => (
            <li key={mail.messageId}>
              <button type="button" className={styles.sample} onClick={() => void choose(mail)}>
                <span className={styles.subject}>{mail.subject || t('mail.empty')}</span>
                <span className={styles.sender}>{mail.fromAddress}</span>
                <span className={styles.quiet}>{format.shortDate(mail.sentAt)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextArea
        label={t('editor.paste')}
        rows={3}
        value=""
        onChange={(text) => {
          if (text.trim() !== '') onTake({ sender: '', subject: '', text });
        }}
        maxLength={1_000_000}
      />
    </div>
  );
}
