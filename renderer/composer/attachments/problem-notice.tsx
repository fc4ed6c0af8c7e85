import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { AttachmentProblem } from './attachment-problem.ts';

type ProblemNoticeProps = {
  readonly problem: AttachmentProblem;
  readonly onDismiss: () => void;
};

/** Why a file did not come along, with both figures where it is too large. */
export function ProblemNotice({ problem, onDismiss }: ProblemNoticeProps) {
  const { t } = useTranslation(['attachments', 'common']);
  const format = useFormat();
  const errorWords = useErrorWords();

  function words() {
    if (problem.kind === 'busy') {
      return { what: t('attachments:busy.what'), next: t('attachments:busy.next'), detail: null };
    }
    const { name } = problem;
    if (problem.kind === 'failed') {
      const { what, next, detail } = errorWords(problem.error);
      return { what: t('attachments:notAdded', { name, what }), next, detail };
    }
    const { size, limit } = problem;
    const figures = { size: format.size(size), limit: format.size(limit.bytes) };
    return {
      what: t('attachments:tooLarge.what', { name }),
      next: t(limit.isKnown ? 'attachments:tooLarge.known' : 'attachments:tooLarge.usual', figures),
      detail: null,
    };
  }

  return (
    <ErrorNotice
      error={words()}
      tone="warning"
      actions={
        <Button size="sm" onPress={onDismiss}>
          {t('common:dismiss')}
        </Button>
      }
    />
  );
}
