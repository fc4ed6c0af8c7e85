import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

type MisfitNoticeProps = {
  readonly error: AppError;
  readonly onFit: () => void;
  readonly onSendAsUtf8: () => void;
};

/** Which characters the section's charset has no place for, and the two ways on. */
export function MisfitNotice({ error, onFit, onSendAsUtf8 }: MisfitNoticeProps) {
  const { t } = useTranslation('composer');
  const { what, next, detail } = useErrorWords()(error);
  return (
    <Notice
      tone="warning"
      title={what}
      isLive
      actions={
        <>
          <Button size="sm" onPress={onFit}>
            {t('misfit.change')}
          </Button>
          <Button size="sm" onPress={onSendAsUtf8}>
            {t('misfit.asUtf8')}
          </Button>
        </>
      }
    >
      <strong>{detail}</strong> {next}
    </Notice>
  );
}
