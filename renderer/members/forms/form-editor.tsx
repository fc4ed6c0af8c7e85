import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { FormReading } from '../../../shared/model/form-mail.ts';
import type { FormContent, RegistrationForm } from '../../../shared/model/registration-form.ts';
import { call } from '../../api.ts';
import { localeNames } from '../../i18n/locale-names.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useLocale } from '../../i18n/use-locale.ts';
import { useKept } from '../../kept-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useCall } from '../../use-call.ts';
import { useCommand } from '../../use-command.ts';
import styles from './forms-page.module.css';
import { LabelTable } from './label-table.tsx';
import { RecordPreview } from './record-preview.tsx';
import { type Sample, SampleChoice } from './sample-choice.tsx';

type FormEditorProps = {
  /** Null for a new one. */
  readonly form: RegistrationForm | null;
  readonly onClose: () => void;
};

const address = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** A form is taught by a sample mail: what each label fills, with the record that would come of it. */
export function FormEditor({ form, onClose }: FormEditorProps) {
  const { t } = useTranslation(['forms', 'members']);
  const errorWords = useErrorWords();
  const toast = useToast();
  const locale = useLocale();
  const column = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  // The button that had the focus is gone.
  useEffect(() => pane.current?.focus(), []);
  const [sample, setSample] = useKept<Sample | null>('form-editor.sample', null);
  const [senders, setSenders] = useKept('form-editor.senders', form?.senders.join(', ') ?? '');
  const [begun] = useState<Omit<FormContent, 'senders'>>(
    form ?? { name: '', language: locale, labels: [] },
  );
  const [content, setContent] = useKept('form-editor.content', begun);
  const [isLeaving, setLeaving] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { name, language, labels } = content;
  const place = { sectionId: 'members' } as const;
  const preview = useCall(
    'form.preview',
    sample === null ? undefined : { ...place, text: sample.text, language, labels },
  );
  // While the next one is on its way.
  const last = useRef<FormReading | null>(null);
  last.current = preview.value?.reading ?? last.current;
  const addresses = senders.split(/[,、，\s]+/).filter((one) => one !== '');
  const isAddressed = addresses.length > 0 && addresses.every((one) => address.test(one));

  async function take(taken: Sample) {
    const input = { ...place, text: taken.text, language: form?.language ?? null, labels: null };
    const result = await call('form.preview', input);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    const { rules } = result.value;
    const known = new Set(labels.map(({ label }) => label));
    // What was taught stays; what is new in this sample comes to it.
    const more = rules.labels.filter(({ label }) => !known.has(label));
    setContent({ ...content, language: rules.language, labels: [...labels, ...more] });
    if (addresses.length === 0) setSenders(taken.sender);
    last.current = null;
    setSample(taken);
  }

  async function save() {
    setAsked(true);
    if (isPending || name.trim() === '' || !isAddressed || labels.length === 0) return;
    setPending(true);
    const { name: _, ...rules } = { name, language, labels };
    const result = await call('form.save', {
      ...{ ...place, formId: form?.id ?? null },
      content: { name, senders: addresses, ...rules },
    });
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    toast({ text: t('forms:forms.saved') });
    onClose();
  }

  useCommand('save-member', () => void save());
  const isTaught = sample !== null || JSON.stringify(content) !== JSON.stringify(begun);
  const leave = () => (isTaught ? setLeaving(true) : onClose());
  useShortcut({ key: 'Escape' }, leave, { inTextFields: true });
  useEffect(() => {
    if (isAsked) column.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [isAsked]);

  const isReady = sample !== null || form !== null;
  const title = t(form === null ? 'editor.new' : 'editor.edit');
  return (
    <section
      ref={pane}
      className={styles.editor}
      aria-label={title}
      data-pane="reading"
      tabIndex={-1}
    >
      <div className={styles.scroller}>
        <div className={styles.wide} ref={column}>
          <h2 className={styles.heading}>{title}</h2>
          {error !== null && <ErrorNotice error={errorWords(error)} />}
          <SampleChoice
            sample={sample}
            onTake={(taken) => void take(taken)}
            onOther={() => setSample(null)}
          />
          {isReady && (
            <>
              <div className={styles.pair}>
                <TextInput
                  label={t('forms:editor.name')}
                  value={name}
                  onChange={(typed) => setContent({ ...content, name: typed })}
                  error={isAsked && name.trim() === '' ? t('forms:editor.nameFault') : null}
                  maxLength={100}
                />
                <ChoiceGroup
                  label={t('forms:editor.language')}
                  value={language}
                  options={localeNames}
                  onChange={(chosen) => setContent({ ...content, language: chosen })}
                />
              </div>
              <TextInput
                label={t('forms:editor.senders')}
                description={t('forms:editor.sendersText')}
                value={senders}
                onChange={setSenders}
                error={isAsked && !isAddressed ? t('forms:editor.sendersFault') : null}
                maxLength={1000}
              />
              <div className={styles.beside}>
                <LabelTable
                  labels={labels}
                  fields={last.current?.fields ?? []}
                  onLabels={(changed) => setContent({ ...content, labels: changed })}
                />
                {last.current !== null && <RecordPreview reading={last.current} form={name} />}
              </div>
            </>
          )}
        </div>
      </div>
      <footer className={styles.actions}>
        {isReady && (
          <Button variant="primary" isPending={isPending} onPress={() => void save()}>
            {t('forms:editor.save')}
          </Button>
        )}
        <Button onPress={leave}>{t('forms:editor.cancel')}</Button>
      </footer>
      <ConfirmDialog
        title={t('members:leave.title')}
        isOpen={isLeaving}
        confirmLabel={t('members:leave.discard')}
        cancelLabel={t('members:leave.stay')}
        isDangerous
        onConfirm={onClose}
        onCancel={() => setLeaving(false)}
      >
        {t('members:leave.text')}
      </ConfirmDialog>
    </section>
  );
}
