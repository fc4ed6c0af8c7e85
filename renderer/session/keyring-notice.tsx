import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { Notice } from '../ui/notice.tsx';

type KeyringNoticeProps = { readonly keyring: SessionState['keyring'] };

/** Says what became of a keyring file that would not open; nothing when it is good. */
export function KeyringNotice({ keyring }: KeyringNoticeProps) {
  const { t } = useTranslation('session');
  if (keyring === 'good') return null;
  const isDamaged = keyring === 'damaged';
  return (
    <Notice
      tone={isDamaged ? 'danger' : 'warning'}
      title={isDamaged ? t('keyring.damagedTitle') : t('keyring.restoredTitle')}
    >
      {isDamaged ? t('keyring.damaged') : t('keyring.restored')}
    </Notice>
  );
}
