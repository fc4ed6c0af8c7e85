import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../../shared/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useCall } from '../../use-call.ts';
import { EraseDialog } from './erase-dialog.tsx';

type ErasePartProps = { readonly memberId: MemberId; readonly onErased: () => void };

/** The way to erase a person who asked for it; an administrator's. */
export function ErasePart({ memberId, onErased }: ErasePartProps) {
  const { t } = useTranslation('erasure');
  const { value: session } = useCall('session.state', null);
  const [isOpen, setOpen] = useState(false);
  if (session?.staff?.role !== 'administrator') return null;
  return (
    <div>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <EraseDialog memberId={memberId} onClose={() => setOpen(false)} onErased={onErased} />
      )}
    </div>
  );
}
