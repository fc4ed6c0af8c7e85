import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './settings-pages.module.css';

type HandedOverProps = {
  readonly name: string;
  readonly passphrase: string;
  readonly onDone: () => void;
};

/**
 * The one look at a passphrase that is good for one sign-in. It comes above the form that asked for
 * it, perhaps out of sight: the focus goes to it, and back when it has been handed over.
 */
export function HandedOver({ name, passphrase, onDone }: HandedOverProps) {
  const { t } = useTranslation('session');
  const box = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passphrase, another look
  useEffect(() => {
    if (box.current?.contains(document.activeElement) === false)
      cameFrom.current = document.activeElement;
    box.current?.focus();
  }, [passphrase]);

  function done() {
    onDone();
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  }

  return (
    <div ref={box} tabIndex={-1} className={styles.handedOver}>
      <Notice
        tone="success"
        isLive
        title={t('staff.handedOverTitle', { name })}
        actions={
          <Button size="sm" onPress={done}>
            {t('staff.handedOverDone')}
          </Button>
        }
      >
        <p className={styles.secret} translate="no">
          {passphrase}
        </p>
        <p>{t('staff.handedOverText')}</p>
      </Notice>
    </div>
  );
}
