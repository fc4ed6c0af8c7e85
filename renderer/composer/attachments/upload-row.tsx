import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './attachments.module.css';
import type { Upload } from './use-draft-attachments.ts';

/** How far a file is, and the way to stop it. */
export function UploadRow({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation('attachments');
  const format = useFormat();
  const { name, done, size, cancel } = upload;
  const amount = t('amount', { done: format.size(done), total: format.size(size) });
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <Icon name="file" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <ProgressBar label={t('adding', { name })} done={done} total={size} valueLabel={amount} />
      </span>
      <span className={styles.size}>{amount}</span>
      <IconButton icon="close" size="sm" label={t('cancel', { name })} onPress={cancel} />
    </li>
  );
}
