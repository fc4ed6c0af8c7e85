import { useTranslation } from 'react-i18next';
import type { ErasureCertificate } from '../../../shared/model/erasure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Facts } from '../disclosure/facts.tsx';

/** Whom a certificate is of, by number, and who erased them when and by which request. */
export function CertificateFacts({ certificate }: { readonly certificate: ErasureCertificate }) {
  const { t } = useTranslation('erasure');
  const format = useFormat();
  const { memberId, at, staffName, reason, sequence, places } = certificate;
  const { copiesDestroyedAt, mailsDeletedAt } = certificate;
  const hasDeletedMails = places.some(
    ({ place, count, isKept }) => place === 'mails' && count > 0 && !isKept,
  );
  return (
    <Facts
      facts={[
        [t('member'), t('memberNumber', { number: memberId })],
        [t('at'), format.stamp(at)],
        [t('by'), staffName || t('unknown')],
        [t('reference'), reason],
        [t('entry'), format.number(sequence)],
        ...(hasDeletedMails
          ? [
              [
                t('server'),
                mailsDeletedAt === null
                  ? t('mailsWait')
                  : t('mailsDeleted', { date: format.stamp(mailsDeletedAt) }),
              ] as const,
            ]
          : []),
        ...(copiesDestroyedAt === null
          ? []
          : [[t('copies'), t('destroyed', { date: format.stamp(copiesDestroyedAt) })] as const]),
      ]}
    />
  );
}
