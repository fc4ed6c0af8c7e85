import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRequest } from '../../../shared/model/member-request.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EraseDialog } from '../erasure/erase-dialog.tsx';
import styles from './requests.module.css';
import { useRequestStep } from './use-request-step.ts';

type OtherAnswerProps = {
  readonly request: MemberRequest;
  readonly onChanged: () => void;
  /** Something lies over the page, or no more. */
  readonly onCovered: (isCovered: boolean) => void;
};

/** What is done about a request that no letter answers by itself, and that it is done. */
export function OtherAnswer({ request, onChanged, onCovered }: OtherAnswerProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const toast = useToast();
  const { isPending, error, take } = useRequestStep(onChanged);
  const [isErasing, setErasing] = useState(false);
  const { id: requestId, memberId, name } = request;
  const kind = request.kind === 'access' ? 'correction' : request.kind;
  const cover = (is: boolean) => {
    setErasing(is);
    onCovered(is);
  };
  async function finish() {
    const isDone = await take('request.finish', { sectionId: 'members', requestId });
    if (isDone) toast({ text: t('finished', { number: requestId }) });
  }
  return (
    <section className={styles.part} aria-label={t('answer.title')}>
      <h3 className={styles.partTitle}>{t('answer.title')}</h3>
      <p>{t(`answer.${name === null ? 'gone' : kind}`)}</p>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <div className={styles.line}>
        {name !== null && kind === 'erasure' && (
          <Button onPress={() => cover(true)}>{t('answer.erase')}</Button>
        )}
        <Button variant="primary" isPending={isPending} onPress={() => void finish()}>
          {t('answer.finish')}
        </Button>
      </div>
      {isErasing && (
        <EraseDialog
          memberId={memberId}
          reference={t('number', { number: requestId })}
          onClose={() => cover(false)}
          onErased={() => {
            cover(false);
            void finish();
          }}
        />
      )}
    </section>
  );
}
