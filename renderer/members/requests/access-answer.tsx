import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import {
  type MemberRequest,
  type RequestPreview,
  StruckWords,
} from '../../../shared/model/member-request.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useForgetKept, useKept } from '../../kept-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useToast } from '../../ui/toast.tsx';
import { HeldCopy } from './held-copy.tsx';
import styles from './requests.module.css';
import { useRequestStep } from './use-request-step.ts';

type AccessAnswerProps = {
  readonly request: MemberRequest;
  readonly onChanged: () => void;
};

type Made = { readonly typed: string; readonly preview: RequestPreview };

/** The copy of everything that is held of a person: made, looked at, and sent exactly so. */
export function AccessAnswer({ request, onChanged }: AccessAnswerProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const toast = useToast();
  const step = useRequestStep(onChanged);
  const [token] = useState(() => crypto.randomUUID());
  const kept = `request.${request.id}`;
  const [typed, setTyped] = useKept(kept, '');
  const forget = useForgetKept();
  const [made, setMade] = useState<Made | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const words = StruckWords.safeParse(lines);
  const place = { sectionId: 'members', requestId: request.id } as const;
  // What would go is what is shown, and nothing else.
  const shown = made !== null && made.typed === typed ? made.preview : null;
  const error = failed ?? step.error;

  async function make() {
    if (!words.success || isMaking) return;
    setMaking(true);
    const result = await call('request.preview', { ...place, words: words.data });
    setMaking(false);
    setFailed(result.ok ? null : result.error);
    setMade(result.ok ? { typed, preview: result.value } : null);
  }

  async function send(address: string) {
    if (shown === null || !words.success) return;
    const { digest } = shown;
    const sending = { ...place, words: words.data, address, digest, token };
    if (await step.take('request.send', sending)) {
      forget(kept);
      toast({ text: t('answer.sent', { address }) });
    }
    // Whatever it was, it is not as it was looked at.
    else setMade(null);
  }

  return (
    <section className={styles.part} aria-label={t('answer.title')}>
      <h3 className={styles.partTitle}>{t('answer.title')}</h3>
      <p>{t('answer.access')}</p>
      <TextArea
        label={t('answer.words')}
        description={t('answer.wordsText')}
        error={words.success ? null : t('answer.tooMany')}
        rows={3}
        value={typed}
        onChange={setTyped}
      />
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {shown === null ? (
        <div className={styles.line}>
          <Button
            variant="primary"
            isDisabled={!words.success}
            isPending={isMaking}
            onPress={() => void make()}
          >
            {t(made === null ? 'answer.make' : 'answer.again')}
          </Button>
          <span className={styles.quiet}>{t('answer.onRecord')}</span>
        </div>
      ) : (
        <HeldCopy
          preview={shown}
          isPending={step.isPending}
          onSend={(address) => void send(address)}
        />
      )}
    </section>
  );
}
