import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cannedVariables,
  isCannedVariable,
  markerOf,
  registrationVariables,
  unfilledIn,
} from '../../shared/canned-text.ts';
import type { AppError } from '../../shared/errors.ts';
import type { CannedReplyId } from '../../shared/ids.ts';
import type { CannedContent } from '../../shared/model/canned-reply.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { localeName, localeNames } from '../i18n/locale-names.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { insertText } from '../ui/insert-text.ts';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToast } from '../ui/toast.tsx';
import { CannedHistory } from './canned-history.tsx';
import styles from './canned-page.module.css';
import { CannedWords } from './canned-words.tsx';

type CannedEditorProps = {
  readonly sectionId: SectionId;
  /** Null for a new one. */
  readonly id: CannedReplyId | null;
  readonly content: CannedContent;
  readonly onClose: () => void;
  /** Begins a new one with this. */
  readonly onDuplicate: (content: Partial<CannedContent>) => void;
  readonly onRemove: () => void;
};

/** One canned reply: what it says, how that looks in a letter, and what it said before. */
export function CannedEditor(props: CannedEditorProps) {
  const { sectionId, id, onClose, onDuplicate, onRemove } = props;
  const { t } = useTranslation('canned');
  const errorWords = useErrorWords();
  const toast = useToast();
  const area = useRef<HTMLTextAreaElement>(null);
  const [content, setContent] = useState(props.content);
  const [isChecked, setChecked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const change = (part: Partial<CannedContent>) => setContent({ ...content, ...part });
  const required = (value: string) =>
    isChecked && value.trim() === '' ? t('edit.required') : null;
  const hasBlank = /\s/.test(content.key.trim());
  const isWhole = content.name.trim() !== '' && content.text.trim() !== '' && !hasBlank;
  const names = {
    reader: t('variable.reader'),
    subject: t('variable.subject'),
    section: t('variable.section'),
    date: t('variable.date'),
    staff: t('variable.staff'),
    fields: t('variable.fields'),
    reason: t('variable.reason'),
  };
  const ofRegistrations: readonly string[] = registrationVariables;
  const offered = cannedVariables.filter(
    (name) => sectionId === 'members' || !ofRegistrations.includes(name),
  );
  const unknown = unfilledIn({ text: content.text, html: null }).filter(
    (marker) => !isCannedVariable(marker.slice(2, -2).trim().toLowerCase()),
  );
  const other = content.language === 'ja' ? 'en' : 'ja';

  async function save() {
    setChecked(true);
    if (!isWhole) return;
    setPending(true);
    const result = await call('canned.save', { sectionId, cannedReplyId: id, content });
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    toast({ text: t('edit.saved') });
    onClose();
  }

  return (
    <form
      className={styles.editor}
      aria-label={t(id === null ? 'edit.new' : 'edit.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.head}>
        <TextInput
          label={t('edit.name')}
          value={content.name}
          onChange={(name) => change({ name })}
          error={required(content.name)}
          maxLength={100}
          autoFocus
        />
        <TextInput
          label={t('edit.key')}
          value={content.key}
          onChange={(key) => change({ key })}
          error={hasBlank ? t('edit.noBlank') : null}
          description={t('edit.keyText')}
          maxLength={20}
        />
      </div>
      <ChoiceGroup
        label={t('edit.language')}
        value={content.language}
        options={localeNames}
        onChange={(language) => change({ language })}
      />
      <div className={styles.block}>
        <TextArea
          label={t('edit.text')}
          areaRef={area}
          areaClassName={styles.area}
          value={content.text}
          onChange={(text) => change({ text })}
          error={required(content.text)}
          maxLength={100_000}
          rows={9}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset */}
        <div className={styles.variables} role="group" aria-label={t('edit.variables')}>
          <span aria-hidden="true" className={styles.quiet}>
            {t('edit.variables')}
          </span>
          {offered.map((name) => (
            <Button key={name} size="sm" onPress={() => insertText(area.current, markerOf(name))}>
              {names[name]}
            </Button>
          ))}
        </div>
        {unknown.length > 0 && (
          <p className={styles.unknown} role="status">
            {t('edit.unknown', { names: unknown.join(' ') })}
          </p>
        )}
      </div>
      {content.text.trim() !== '' && (
        <section className={styles.block} aria-label={t('edit.preview')}>
          <h3 className={styles.label}>{t('edit.preview')}</h3>
          <div className={styles.paper}>
            <CannedWords text={content.text} language={content.language} values={names} />
          </div>
        </section>
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('edit.save')}
        </Button>
        <Button onPress={onClose}>{t('edit.cancel')}</Button>
        <span className={styles.space} />
        {id !== null && (
          <>
            <Button
              variant="quiet"
              onPress={() => onDuplicate({ ...content, key: '', language: other })}
            >
              {t('edit.duplicate', { language: localeName(other) })}
            </Button>
            <Button variant="quiet" onPress={onRemove}>
              {t('edit.remove')}
            </Button>
          </>
        )}
      </div>
      {id !== null && (
        <CannedHistory sectionId={sectionId} id={id} onRestored={(former) => setContent(former)} />
      )}
    </form>
  );
}
