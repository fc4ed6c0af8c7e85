import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { hasForm, toPlain, toRich, type Words } from './letter-format.ts';

type FormatSwitchProps = {
  readonly words: Words;
  readonly onChange: (words: Words) => void;
};

/** Between plain and rich text. Asks first where plain text cannot say all that is there. */
export function FormatSwitch({ words, onChange }: FormatSwitchProps) {
  const { t } = useTranslation(['composer', 'common']);
  const [isAsking, setAsking] = useState(false);
  const isRich = words.html !== null;

  function toggle() {
    if (!isRich) onChange(toRich(words));
    else if (hasForm(words)) setAsking(true);
    else onChange(toPlain(words));
  }

  return (
    <>
      <IconButton
        icon={isRich ? 'plain-text' : 'format'}
        label={t(isRich ? 'composer:format.toPlain' : 'composer:format.toRich')}
        onPress={toggle}
      />
      <ConfirmDialog
        title={t('composer:format.lostTitle')}
        isOpen={isAsking}
        confirmLabel={t('composer:format.toPlain')}
        cancelLabel={t('common:cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onChange(toPlain(words));
        }}
      >
        {t('composer:format.lostText')}
      </ConfirmDialog>
    </>
  );
}
