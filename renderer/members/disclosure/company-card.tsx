import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import {
  type CompanyStanding,
  fingerprintEndLength,
  type GroupCompany,
} from '../../../shared/model/group-company.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './disclosure.module.css';
import { Facts } from './facts.tsx';
import { KeyFingerprint } from './key-fingerprint.tsx';

const tones = {
  waiting: 'warning',
  'not-yet': 'neutral',
  'in-force': 'success',
  ended: 'neutral',
} as const satisfies Readonly<Record<CompanyStanding, string>>;

type CompanyCardProps = {
  readonly company: GroupCompany;
  readonly onEdit: () => void;
  readonly onApproved: () => void;
};

/** An entry of the register. The second administrator types how the key ends, as the company reads it out. */
export function CompanyCard({ company, onEdit, onApproved }: CompanyCardProps) {
  const { t } = useTranslation(['disclosure', 'members']);
  const errorWords = useErrorWords();
  const format = useFormat();
  const [fingerprintEnd, setFingerprintEnd] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const { id: companyId, version, details, fingerprint, standing, entered, approved } = company;
  const day = (text: string) => format.day(Date.parse(`${text}T00:00`));
  const signed = ({ name, at }: typeof entered) =>
    t('disclosure:signed', { name, date: format.stamp(at) });

  async function approve() {
    const asked = { sectionId: 'members', companyId, version, fingerprintEnd } as const;
    const result = await call('company.approve', asked);
    setError(result.ok ? null : result.error);
    if (result.ok) onApproved();
  }

  return (
    <Card
      title={details.name}
      badges={<Badge tone={tones[standing]}>{t(`disclosure:standing.${standing}`)}</Badge>}
      actions={
        <Button size="sm" onPress={onEdit}>
          {t('disclosure:company.change')}
        </Button>
      }
    >
      <Facts
        facts={[
          [t('disclosure:fact.address'), details.address],
          [t('disclosure:fact.contact'), details.contact],
          [t('disclosure:fact.domain'), details.domain],
          [
            t('disclosure:fact.permitted'),
            format.list(details.permitted.map((field) => t(`members:field.${field}`))),
          ],
          [t('disclosure:fact.purpose'), details.purpose],
          [t('disclosure:fact.legalBasis'), details.legalBasis],
          [
            t('disclosure:fact.valid'),
            t('disclosure:fromTo', { from: day(details.validFrom), to: day(details.validTo) }),
          ],
          [t('disclosure:fact.key'), <KeyFingerprint key="key" value={fingerprint} />],
          [t('disclosure:fact.entered'), signed(entered)],
          [
            t('disclosure:fact.approved'),
            approved === null ? t('disclosure:standing.waiting') : signed(approved),
          ],
        ]}
      />
      {approved === null && !company.mayApprove && (
        <p className={styles.quiet}>{t('disclosure:company.notYou')}</p>
      )}
      {company.mayApprove && (
        <form
          className={styles.stack}
          onSubmit={(event) => {
            event.preventDefault();
            void approve();
          }}
        >
          <TextInput
            label={t('disclosure:company.end', { count: fingerprintEndLength })}
            description={t('disclosure:company.endText')}
            value={fingerprintEnd}
            onChange={setFingerprintEnd}
            maxLength={100}
          />
          <div className={styles.line}>
            <Button type="submit" variant="primary">
              {t('disclosure:company.approve')}
            </Button>
          </div>
        </form>
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </Card>
  );
}
