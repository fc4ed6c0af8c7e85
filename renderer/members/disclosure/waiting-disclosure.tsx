import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { Disclosure, DisclosurePreview } from '../../../shared/model/disclosure.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './disclosure.module.css';
import { Facts } from './facts.tsx';
import { PreviewTable, previewRows } from './preview-table.tsx';
import { useDisclosureFacts } from './use-disclosure-facts.tsx';

type WaitingDisclosureProps = {
  readonly disclosure: Disclosure;
  readonly onSettled: () => void;
};

/** One that waits: who approves it has looked at what would go, and saves the one file of it. */
export function WaitingDisclosure({ disclosure, onSettled }: WaitingDisclosureProps) {
  const { t } = useTranslation(['disclosure', 'common']);
  const errorWords = useErrorWords();
  const toast = useToast();
  const factsOf = useDisclosureFacts();
  const [isLooking, setLooking] = useState(false);
  const [shown, setShown] = useState<DisclosurePreview | null>(null);
  const [isDeclining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { id: disclosureId, mayApprove, company } = disclosure;
  const place = { sectionId: 'members', disclosureId } as const;
  const isReady = isLooking && shown !== null && shown.refusals.length === 0;

  async function release() {
    if (shown === null || isPending) return;
    setPending(true);
    const result = await call('disclosure.release', { ...place, digest: shown.digest });
    setPending(false);
    setError(result.ok ? null : result.error);
    // Whatever it was, it is not as it was looked at.
    if (!result.ok) setLooking(false);
    if (!result.ok || !result.value.saved) return;
    toast({ text: t('disclosure:waiting.released', { name: company.name }) });
    onSettled();
  }

  async function decline() {
    setDeclining(false);
    const result = await call('disclosure.decline', { ...place, reason });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    toast({ text: t('disclosure:waiting.declined') });
    onSettled();
  }

  return (
    <Card
      title={t('disclosure:one', { number: disclosureId, name: company.name })}
      isBusy={isPending}
    >
      <Facts facts={factsOf(disclosure)} />
      {isLooking && (
        <PreviewTable
          load={(offset) => call('disclosure.show', { ...place, offset, limit: previewRows })}
          onShown={setShown}
        />
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {!mayApprove && <p className={styles.quiet}>{t('disclosure:waiting.notYou')}</p>}
      <div className={styles.line}>
        {!isLooking && (
          <Button onPress={() => setLooking(true)}>{t('disclosure:waiting.look')}</Button>
        )}
        {mayApprove && isLooking && (
          <Button
            variant="primary"
            isDisabled={!isReady}
            isPending={isPending}
            onPress={() => void release()}
          >
            {t('disclosure:waiting.release')}
          </Button>
        )}
        <Button onPress={() => setDeclining(true)}>
          {t(mayApprove ? 'disclosure:waiting.decline' : 'disclosure:waiting.takeBack')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('disclosure:decline.title')}
        isOpen={isDeclining}
        confirmLabel={t('disclosure:decline.confirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => void decline()}
        onCancel={() => setDeclining(false)}
      >
        <TextInput
          label={t('disclosure:decline.reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
      </ConfirmDialog>
    </Card>
  );
}
