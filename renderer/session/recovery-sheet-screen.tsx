import { useTranslation } from 'react-i18next';
import { RecoverySheet } from './recovery-sheet.tsx';
import { SessionPage } from './session-page.tsx';

type RecoverySheetScreenProps = { readonly code: string; readonly onDone: () => void };

/** Between the new passphrase and the mail: the sheet that opens everything when it is forgotten. */
export function RecoverySheetScreen({ code, onDone }: RecoverySheetScreenProps) {
  const { t } = useTranslation('session');
  return (
    <SessionPage title={t('sheet.title')} lead={t('sheet.lead')} footer={null}>
      <RecoverySheet code={code} onDone={onDone} />
    </SessionPage>
  );
}
