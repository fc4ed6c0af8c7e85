import { useTranslation } from 'react-i18next';
import { CheckBox } from '../ui/check-box.tsx';
import { useCall } from '../use-call.ts';
import styles from './session-page.module.css';

type StayChoiceProps = {
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
};

/** Whether the next start asks for a passphrase. Not offered where the system keeps no secrets. */
export function StayChoice({ isChosen, onChange }: StayChoiceProps) {
  const { t } = useTranslation('session');
  const info = useCall('app.info', null);
  if (info.value === null) return null;
  if (!info.value.hasKeychain) return <p className={styles.note}>{t('stay.noKeychain')}</p>;
  return (
    <CheckBox isSelected={isChosen} onChange={onChange}>
      {t('stay.choose')}
      <span className={styles.note}>{t('stay.explain')}</span>
    </CheckBox>
  );
}
