import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './composer.module.css';
import type { EditedElsewhere } from './use-edited-draft.ts';

/** Characters that are shown before the choice; all of it is taken. */
const longestShown = 50_000;

type EditedNoticeProps = EditedElsewhere & { readonly isDisabled: boolean };

/** Another program saved a text of its own for this reply: to be looked at, taken, or left. */
export function EditedNotice({ edited, error, take, keep, isDisabled }: EditedNoticeProps) {
  const { t } = useTranslation('composer');
  const format = useFormat();
  const errorWords = useErrorWords();
  const [shown, setShown] = useState<string | null>(null);
  if (edited === null)
    return error === null ? null : <ErrorNotice error={errorWords(error)} tone="warning" />;
  const { version, savedAt, text, hasFiles, problem } = edited;
  const isToday = new Date(savedAt).toDateString() === new Date().toDateString();
  const isShown = shown === version;
  return (
    <Notice
      tone="info"
      title={
        isToday
          ? t('edited.today', { time: format.time(savedAt) })
          : t('edited.before', { time: format.shortDateTime(savedAt) })
      }
      isLive
      actions={
        <>
          {problem === null && (
            <>
              <Button
                size="sm"
                variant="quiet"
                aria-expanded={isShown}
                onPress={() => setShown(isShown ? null : version)}
              >
                {t(isShown ? 'edited.hide' : 'edited.show')}
              </Button>
              <Button size="sm" isDisabled={isDisabled} onPress={take}>
                {t('edited.take')}
              </Button>
            </>
          )}
          <Button size="sm" isDisabled={isDisabled} onPress={keep}>
            {t('edited.keep')}
          </Button>
        </>
      }
    >
      {problem !== null && t(`edited.${problem}`)}
      {problem === null && hasFiles && t('edited.files')}
      {isShown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
        <section className={styles.edited} aria-label={t('edited.text')} tabIndex={0}>
          {text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}
        </section>
      )}
    </Notice>
  );
}
