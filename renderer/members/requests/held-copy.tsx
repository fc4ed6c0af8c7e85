import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestPreview } from '../../../shared/model/member-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Facts } from '../disclosure/facts.tsx';
import styles from './requests.module.css';

type HeldCopyProps = {
  readonly preview: RequestPreview;
  readonly isPending: boolean;
  readonly onSend: (address: string) => void;
};

/** The copy as it would go, its letter, and to which of the person's own addresses. */
export function HeldCopy({ preview, isPending, onSend }: HeldCopyProps) {
  const { t } = useTranslation('requests');
  const { html, letter, files, addresses } = preview;
  const verified = addresses.filter(({ isVerified }) => isVerified).map(({ address }) => address);
  const [chosen, setChosen] = useState(verified[0] ?? '');
  return (
    <>
      <iframe
        className={styles.copy}
        title={t('answer.copy')}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={html}
      />
      <Facts
        facts={[
          [t('answer.files'), files.join(', ')],
          [t('answer.subject'), letter.subject],
          [
            t('answer.letter'),
            <span key="letter" className={styles.letter}>
              {letter.text}
            </span>,
          ],
        ]}
      />
      {addresses.some(({ isVerified }) => !isVerified) && (
        <Notice tone="info" title={t('answer.notTo')}>
          {addresses
            .filter(({ isVerified }) => !isVerified)
            .map(({ address }) => (
              <p key={address}>{address}</p>
            ))}
        </Notice>
      )}
      {verified.length === 0 ? (
        <Notice tone="warning">{t('answer.nowhere')}</Notice>
      ) : (
        <div className={styles.line}>
          <SelectInput
            label={t('answer.to')}
            value={chosen}
            options={verified.map((address) => ({ value: address, label: address }))}
            onChange={setChosen}
          />
          <Button
            variant="primary"
            icon="send"
            isPending={isPending}
            onPress={() => onSend(chosen)}
          >
            {t('answer.send')}
          </Button>
        </div>
      )}
    </>
  );
}
