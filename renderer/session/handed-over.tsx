import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './settings-pages.module.css';

type HandedOverProps = {
  readonly name: string;
  readonly passphrase: string;
  readonly onDone: () => void;
};

/** The one look at a passphrase that is good for one sign-in. */
export function HandedOver({ name, passphrase, onDone }: HandedOverProps) {
  const { t } = useTranslation('session');
  return (
    <Notice
      tone="success"
      isLive
      title={t('staff.handedOverTitle', { name })}
      actions={
        <Button size="sm" onPress={onDone}>
          {t('staff.handedOverDone')}
        </Button>
      }
    >
      <p className={styles.secret} translate="no">
        {passphrase}
      </p>
      <p>{t('staff.handedOverText')}</p>
    </Notice>
  );
}
