import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberSummary } from '../../shared/model/member.ts';
import { LookUpPurpose } from '../../shared/model/member-look-up.ts';
import type { MessageHeaders } from '../../shared/model/message.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { FoundMembers } from './found-members.tsx';
import styles from './look-up.module.css';

type LookUpDialogProps = {
  readonly sectionId: SectionId;
  readonly letter: MessageHeaders;
  readonly onOpen: (memberId: MemberId) => void;
  readonly onClose: () => void;
};

/** Asks what for before it shows whose record has a reader's address; nothing stays when it closes. */
export function LookUpDialog({ sectionId, letter, onOpen, onClose }: LookUpDialogProps) {
  const { t } = useTranslation('look-up');
  const errorWords = useErrorWords();
  const [purpose, setPurpose] = useState<LookUpPurpose | ''>('');
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly MemberSummary[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isPending, setPending] = useState(false);
  const { name, address } = letter.from;
  const isWhole = purpose !== '' && (purpose !== 'other' || words.trim() !== '');

  async function lookUp() {
    if (purpose === '') return;
    setPending(true);
    const asked = { sectionId, messageId: letter.id, purpose, words };
    const result = await call('member.lookUp', asked);
    setPending(false);
    setError(result.ok ? null : result.error);
    if (result.ok) setFound(result.value);
  }

  if (found !== null)
    return (
      <ModalDialog
        title={t('title')}
        isOpen
        onClose={onClose}
        width="sm"
        actions={<Button onPress={onClose}>{t('close')}</Button>}
      >
        <FoundMembers members={found} onOpen={onOpen} />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={t('title')}
      isOpen
      onClose={onClose}
      width="sm"
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isWhole}
            isPending={isPending}
            onPress={() => void lookUp()}
          >
            {t('lookUp')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.reader}>
          <bdi>{name === '' ? address : `${name} <${address}>`}</bdi>
        </p>
        <p className={styles.note}>{t('text')}</p>
        <SelectInput
          label={t('purpose')}
          value={purpose}
          options={[
            { value: '' as const, label: t('choose') },
            ...LookUpPurpose.options.map((value) => ({ value, label: t(`purposes.${value}`) })),
          ]}
          onChange={setPurpose}
        />
        <TextInput
          label={t(purpose === 'other' ? 'wordsNeeded' : 'words')}
          value={words}
          onChange={setWords}
          maxLength={500}
        />
        {error !== null && <ErrorNotice error={errorWords(error)} />}
      </div>
    </ModalDialog>
  );
}
