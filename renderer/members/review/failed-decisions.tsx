import { useTranslation } from 'react-i18next';
import { memberName } from '../../../shared/model/member-name.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import screen from '../members-screen.module.css';
import type { FailedDecision } from './use-decisions.ts';

type FailedDecisionsProps = {
  readonly failed: readonly FailedDecision[];
  readonly onDismiss: () => void;
};

/** What could not be written down after staff had gone on to the next. It stays until it is read. */
export function FailedDecisions({ failed, onDismiss }: FailedDecisionsProps) {
  const { t } = useTranslation(['review', 'common']);
  const words = useErrorWords();
  if (failed.length === 0) return null;
  return (
    <div className={screen.error}>
      <Notice
        tone="danger"
        isLive
        title={t('review:failures.title', { count: failed.length })}
        actions={
          <Button size="sm" onPress={onDismiss}>
            {t('review:failures.dismiss')}
          </Button>
        }
      >
        {failed.map(({ registration, error }) => {
          const { what, next } = words(error);
          const first = `${memberName(registration)}: ${what}`;
          return <p key={registration.id}>{t('common:sentences', { first, second: next })}</p>;
        })}
        <p>{t('review:failures.text')}</p>
      </Notice>
    </div>
  );
}
