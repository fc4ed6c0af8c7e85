import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markerOf, unfilledIn } from '../../../shared/canned-text.ts';
import type { CallOutput } from '../../../shared/contract.ts';
import { type Honorific, honorificsFor } from '../../../shared/model/honorific.ts';
import type { MemberField } from '../../../shared/model/member.ts';
import type { Decision } from '../../../shared/model/registration.ts';
import { useKeyLabel } from '../../command-keys.ts';
import { localeName } from '../../i18n/locale-names.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useCall } from '../../use-call.ts';
import { useCommand } from '../../use-command.ts';
import { useMemberWords } from '../use-member-words.ts';
import { letterText, type MemberT } from './letter-text.ts';
import styles from './review.module.css';
import type { Choice } from './use-decisions.ts';

type LetterDialogProps = {
  readonly decision: Decision;
  readonly opened: CallOutput<'review.open'>;
  readonly staffName: string;
  /** The text that was last chosen for such a letter; '' for the standard one. */
  readonly cannedId: string;
  readonly onCanned: (id: string) => void;
  readonly onDecide: (choice: Choice) => void;
  readonly onClose: () => void;
};

const correctable = [
  ...(['familyName', 'givenName', 'familyKana', 'givenKana', 'phones', 'emails'] as const),
  ...(['addresses', 'consent', 'custom'] as const),
];
const inMembers = { sectionId: 'members' } as const;

/** The letter that goes with a decision: which fields, why, in which words. */
export function LetterDialog(props: LetterDialogProps) {
  const { decision, opened, staffName, cannedId, onCanned, onDecide, onClose } = props;
  const { shown, counts } = opened.card;
  const { language } = shown;
  const { t, i18n } = useTranslation(['review', 'members', 'common']);
  const words = useMemberWords();
  const keyLabel = useKeyLabel();
  const toMember: MemberT = i18n.getFixedT(language, ['review', 'members', 'common']);
  const canned = useCall('canned.list', inMembers);
  const settings = useCall('settings.get', inMembers);
  const [fields, setFields] = useState<readonly MemberField[]>(() =>
    correctable.filter((one) => opened.warnings.some(({ field }) => field === one)),
  );
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<Honorific | null>(null);
  const [subject, setSubject] = useState<string>(toMember(`review:toMember.subject.${decision}`));
  /** Null until staff change the letter by hand. */
  const [typed, setTyped] = useState<string | null>(null);
  const [token] = useState(() => crypto.randomUUID());

  const replies = (canned.value ?? []).filter(
    (reply) => reply.deletedAt === null && reply.language === language,
  );
  const reply = replies.find(({ id }) => id === cannedId) ?? null;
  const honorific = shown.honorific ?? chosen;
  const filled = letterText(
    {
      ...{ decision, shown, honorific, fields, reason, staffName, warnings: opened.warnings },
      signature: settings.value?.signatures[language] ?? '',
      canned: reply?.text ?? null,
    },
    toMember,
  );
  const text = typed ?? filled;
  const hasLetter = counts.emails > 0;
  const unfilled = hasLetter ? unfilledIn({ text: `${subject}\n${text}`, html: null }) : [];
  const isReady =
    !hasLetter || (unfilled.length === 0 && text.trim() !== '' && subject.trim() !== '');

  function send() {
    if (!isReady) return;
    const letter = hasLetter ? { subject, text, token } : null;
    onDecide({ decision, fields: [...fields], reason, honorific: chosen, letter });
  }
  useCommand('send-decision', send);

  return (
    <ModalDialog
      title={t(`review:letter.${decision}`)}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="lg"
      actions={
        <>
          <Button onPress={onClose}>{t('review:letter.cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={send}>
            {hasLetter ? t('review:letter.send') : t(`review:letter.without.${decision}`)}
            <kbd className={styles.key}>{keyLabel('send-decision')}</kbd>
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {!hasLetter && <Notice tone="warning">{t('review:letter.noEmail')}</Notice>}
        {decision !== 'approved' && (
          <>
            <fieldset className={styles.boxes}>
              <legend>{t('review:letter.fields')}</legend>
              {correctable.map((field) => (
                <CheckBox
                  key={field}
                  isSelected={fields.includes(field)}
                  onChange={(isOn) =>
                    setFields(
                      correctable.filter((one) => (one === field ? isOn : fields.includes(one))),
                    )
                  }
                >
                  {t(`members:field.${field}`)}
                </CheckBox>
              ))}
            </fieldset>
            <TextInput
              label={t('review:letter.reason')}
              description={t('review:letter.reasonText', { marker: markerOf('reason') })}
              value={reason}
              onChange={setReason}
              maxLength={500}
              autoFocus
            />
          </>
        )}
        {hasLetter && (
          <>
            <div className={styles.pair}>
              <SelectInput
                label={t('review:letter.canned')}
                value={reply?.id ?? ''}
                options={[
                  { value: '', label: t('review:letter.standard') },
                  ...replies.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
                onChange={(id) => {
                  setTyped(null);
                  onCanned(id);
                }}
              />
              {shown.honorific === null && (
                <SelectInput
                  label={t('review:letter.honorific')}
                  value={chosen ?? ''}
                  options={[
                    { value: '' as const, label: words.honorific(null) },
                    ...honorificsFor(language).map((one) => ({
                      value: one,
                      label: words.honorific(one),
                    })),
                  ]}
                  onChange={(one) => setChosen(one === '' ? null : one)}
                />
              )}
            </div>
            <TextInput
              label={t('review:letter.subject')}
              value={subject}
              autoFocus={decision === 'approved'}
              onChange={setSubject}
              maxLength={300}
            />
            <TextArea
              label={t('review:letter.text', { language: localeName(language) })}
              value={text}
              onChange={setTyped}
              maxLength={100_000}
              rows={8}
            />
            {typed !== null && (
              <div>
                <Button size="sm" variant="quiet" onPress={() => setTyped(null)}>
                  {t('review:letter.restore')}
                </Button>
              </div>
            )}
            <p className={unfilled.length > 0 ? styles.unfilled : styles.quiet} role="status">
              {unfilled.length > 0
                ? t('review:letter.unfilled', { markers: unfilled.join(' ') })
                : t('review:letter.first')}
            </p>
          </>
        )}
      </div>
    </ModalDialog>
  );
}
