import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FetchLine } from './fetch-line.tsx';
import { useFetching } from './use-fetching.ts';

type RestNoticeProps = { readonly sectionId: SectionId; readonly message: MessageHeaders };

/** Below a large letter of which the words are here: its files are on the server, until they are wanted. */
export function RestNotice({ sectionId, message }: RestNoticeProps) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const errorWords = useErrorWords();
  const progress = useFetching(message.id);
  const [error, setError] = useState<AppError | null>(null);

  async function fetchRest() {
    setError(null);
    const result = await call('message.fetch', { sectionId, messageId: message.id });
    if (!result.ok && result.error.code !== 'cancelled') setError(result.error);
  }

  if (progress !== null) return <FetchLine progress={progress} />;
  return (
    <>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <Notice
        tone="info"
        actions={
          <Button size="sm" onPress={() => void fetchRest()}>
            {t('fetch.rest')}
          </Button>
        }
      >
        {t('fetch.large', { size: format.size(message.size) })}
      </Notice>
    </>
  );
}
