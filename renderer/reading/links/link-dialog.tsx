import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { describeLink } from './describe-link.ts';
import styles from './link-dialog.module.css';
import { MailLinkFacts, WebLinkFacts } from './link-facts.tsx';
import type { FollowedLink } from './link-follower.ts';

type LinkDialogProps = {
  readonly sectionId: SectionId;
  /** The link that was followed; null closes the dialog. */
  readonly link: FollowedLink | null;
  readonly onClose: () => void;
};

/** Says where a link really leads, and that its site has a policy of its own, before it opens. */
export function LinkDialog({ sectionId, link, onClose }: LinkDialogProps) {
  const { t } = useTranslation(['reading', 'common']);
  const errorWords = useErrorWords();
  const [error, setError] = useState<AppError | null>(null);
  const [isPending, setPending] = useState(false);
  // The last link stays in sight while the dialog fades out.
  const [shown, setShown] = useState(link);
  useEffect(() => {
    if (link === null) return;
    setShown(link);
    setError(null);
    setPending(false);
  }, [link]);
  const current = link ?? shown;
  const facts = current === null ? null : describeLink(current.url, current.words);

  async function open() {
    if (facts === null) {
      onClose();
      return;
    }
    setPending(true);
    const result = await call('link.open', {
      sectionId,
      messageId: current?.messageId ?? null,
      url: facts.url,
    });
    setPending(false);
    if (result.ok) onClose();
    else setError(result.error);
  }

  return (
    <ConfirmDialog
      title={t(facts?.kind === 'mail' ? 'reading:link.mailTitle' : 'reading:link.title')}
      isOpen={link !== null}
      confirmLabel={t(facts?.kind === 'mail' ? 'reading:link.openMail' : 'reading:link.open')}
      cancelLabel={t('common:cancel')}
      isPending={isPending}
      onConfirm={() => void open()}
      onCancel={onClose}
    >
      <div className={styles.facts}>
        {facts?.kind === 'web' && <WebLinkFacts facts={facts} />}
        {facts?.kind === 'mail' && <MailLinkFacts facts={facts} />}
        {current !== null && facts === null && (
          <ErrorNotice error={errorWords({ code: 'link-refused' })} />
        )}
        {error !== null && <ErrorNotice error={errorWords(error)} />}
      </div>
    </ConfirmDialog>
  );
}
