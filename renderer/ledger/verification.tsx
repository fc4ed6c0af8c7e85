import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { ChainVerdict } from '../../shared/model/chain-entry.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './ledger-page.module.css';
import { useVerdictWords } from './use-verdict-words.ts';

/** Looks at every entry of the section, of both kinds, and says what it found. */
export function Verification({ sectionId }: { readonly sectionId: SectionId }) {
  const { t } = useTranslation('ledger');
  const words = useErrorWords();
  const verdictWords = useVerdictWords();
  const [verdict, setVerdict] = useState<ChainVerdict | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function verify() {
    setBusy(true);
    const result = await call('ledger.verify', { sectionId });
    setBusy(false);
    setVerdict(result.ok ? result.value : null);
    setError(result.ok ? null : result.error);
  }

  return (
    <>
      <Button icon="shield" isPending={isBusy} onPress={() => void verify()}>
        {t('verify')}
      </Button>
      <div className={styles.verdict}>
        {error && <ErrorNotice error={words(error)} />}
        {verdict && (
          <Notice tone={verdict.outcome === 'whole' ? 'success' : 'danger'} isLive>
            {verdictWords(verdict)}
          </Notice>
        )}
      </div>
    </>
  );
}
