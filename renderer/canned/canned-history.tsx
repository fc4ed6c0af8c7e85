import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { CannedReplyId } from '../../shared/ids.ts';
import type { CannedContent, CannedVersion } from '../../shared/model/canned-reply.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import styles from './canned-page.module.css';

type CannedHistoryProps = {
  readonly sectionId: SectionId;
  readonly id: CannedReplyId;
  /** An older version is what it says now. */
  readonly onRestored: (content: CannedContent) => void;
};

/** Every version of a canned reply: who wrote it when, and the way back to it. */
export function CannedHistory({ sectionId, id, onRestored }: CannedHistoryProps) {
  const { t } = useTranslation('canned');
  const format = useFormat();
  const errorWords = useErrorWords();
  const toast = useToast();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const history = useCall('canned.history', { sectionId, cannedReplyId: id });
  const error = refusal ?? history.error;

  async function restore({ at, name, key, language, text }: CannedVersion) {
    const content = { name, key, language, text };
    const result = await call('canned.save', { sectionId, cannedReplyId: id, content });
    setRefusal(result.ok ? null : result.error);
    if (!result.ok) return;
    history.reload();
    onRestored(content);
    toast({ text: t('history.restored', { date: format.stamp(at) }) });
  }

  return (
    <Card title={t('history.title')}>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <ol className={styles.versions}>
        {history.value?.map((version, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: versions have no other name, and only gain new ones
          <li key={`${version.at} ${index}`} className={styles.version}>
            <div className={styles.line}>
              <span className={styles.by}>
                {t('history.by', {
                  date: format.stamp(version.at),
                  name: version.staffName || t('history.unknown'),
                })}
              </span>
              {index === 0 ? (
                <Badge>{t('history.now')}</Badge>
              ) : (
                <Button size="sm" onPress={() => void restore(version)}>
                  {t('history.restore')}
                </Button>
              )}
            </div>
            <details>
              <summary className={styles.versionName}>{version.name}</summary>
              <p className={styles.versionText} lang={version.language}>
                {version.text}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
