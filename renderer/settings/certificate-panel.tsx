import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresentedCertificate } from '../../shared/model/account.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { certificateTime } from './certificate-time.ts';
import { Fingerprint } from './fingerprint.tsx';
import styles from './mailbox-editor.module.css';
import type { ServerKind } from './mailbox-form.ts';

type CertificatePanelProps = {
  readonly kind: ServerKind;
  readonly certificate: PresentedCertificate;
  readonly onTrust: () => void;
};

/** A certificate that nobody vouches for; trusting it needs the fingerprint compared first. */
export function CertificatePanel({ kind, certificate, onTrust }: CertificatePanelProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [isCompared, setCompared] = useState(false);
  const day = (text: string) => {
    const at = certificateTime(text);
    return at === null ? text : format.day(at);
  };
  return (
    <section className={styles.certificate}>
      <h4>
        {t('certificate.title')} · {t(`mailbox.${kind}`)}
      </h4>
      <p>{certificate.selfSigned ? t('certificate.selfSigned') : t('certificate.explain')}</p>
      <dl className={styles.facts}>
        <dt>{t('certificate.fingerprint')}</dt>
        <dd>
          <Fingerprint value={certificate.fingerprint} />
        </dd>
        <dt>{t('certificate.subject')}</dt>
        <dd>{certificate.subject}</dd>
        <dt>{t('certificate.issuer')}</dt>
        <dd>{certificate.issuer}</dd>
        <dt>{t('certificate.validity')}</dt>
        <dd>
          {t('certificate.validRange', {
            from: day(certificate.validFrom),
            to: day(certificate.validTo),
          })}
        </dd>
      </dl>
      <p>{t('certificate.compare')}</p>
      <CheckBox isSelected={isCompared} onChange={setCompared}>
        {t('certificate.confirm')}
      </CheckBox>
      <div>
        <Button isDisabled={!isCompared} onPress={onTrust}>
          {t('certificate.trust')}
        </Button>
      </div>
    </section>
  );
}
