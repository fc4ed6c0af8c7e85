import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './composer.module.css';
import type { Unfilled } from './use-unfilled.ts';

/** Says what keeps the letter from being sent, with every way on from there. */
export function UnfilledNotice({ unfilled }: { readonly unfilled: Unfilled }) {
  const { t } = useTranslation('composer');
  if (unfilled.open.length === 0) return null;
  return (
    <div className={styles.unfilled}>
      <Notice
        tone="warning"
        isLive
        title={t('unfilled.title', { places: unfilled.open.join(' ') })}
        actions={
          <>
            <Button size="sm" onPress={unfilled.show}>
              {t('unfilled.fill')}
            </Button>
            <Button size="sm" variant="quiet" onPress={unfilled.remove}>
              {t('unfilled.remove')}
            </Button>
            <Button size="sm" variant="quiet" onPress={unfilled.allow}>
              {t('unfilled.allow')}
            </Button>
          </>
        }
      >
        {t('unfilled.text')}
      </Notice>
    </div>
  );
}
