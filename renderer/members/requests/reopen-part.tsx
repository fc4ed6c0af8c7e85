import { useTranslation } from 'react-i18next';
import type { MemberRequest } from '../../../shared/model/member-request.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './requests.module.css';
import { useRequestStep } from './use-request-step.ts';

type ReopenPartProps = {
  readonly request: MemberRequest;
  readonly onChanged: () => void;
};

/** The way back from a decision; a letter that is on its way has its own, in the outbox. */
export function ReopenPart({ request: { id, kind, state }, onChanged }: ReopenPartProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const { isPending, error, take } = useRequestStep(onChanged);
  if (kind === 'access' && state === 'done')
    return <p className={styles.quiet}>{t('reopen.sent')}</p>;
  return (
    <div className={styles.part}>
      <div>
        <Button
          size="sm"
          isPending={isPending}
          onPress={() => void take('request.reopen', { sectionId: 'members', requestId: id })}
        >
          {t('reopen.open')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </div>
  );
}
