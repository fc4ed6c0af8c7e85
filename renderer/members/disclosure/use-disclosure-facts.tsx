import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disclosure } from '../../../shared/model/disclosure.ts';
import type { SignedBy } from '../../../shared/model/group-company.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { KeyFingerprint } from './key-fingerprint.tsx';

type Fact = readonly [label: string, words: ReactNode];

/** What there is to know of a disclosure, on screen and on paper alike. */
export function useDisclosureFacts(): (disclosure: Disclosure) => readonly Fact[] {
  const { t } = useTranslation(['disclosure', 'members']);
  const format = useFormat();
  const signed = ({ name, at }: SignedBy) =>
    t('disclosure:signed', { name, date: format.stamp(at) });
  return ({ company, fields, purpose, asked, settled, state, reason, memberCount, sequence }) => {
    const all: (Fact | null)[] = [
      [t('disclosure:fact.purpose'), purpose],
      [
        t('disclosure:fact.fields'),
        format.list(fields.map((field) => t(`members:field.${field}`))),
      ],
      [t('disclosure:fact.members'), t('members:count', { count: memberCount })],
      [t('disclosure:fact.address'), company.address],
      [t('disclosure:fact.contact'), company.contact],
      [t('disclosure:fact.legalBasis'), company.legalBasis],
      [t('disclosure:fact.key'), <KeyFingerprint key="key" value={company.fingerprint} />],
      [t('disclosure:fact.asked'), signed(asked)],
      settled === null
        ? null
        : [t(`disclosure:fact.${state === 'declined' ? 'declined' : 'approved'}`), signed(settled)],
      reason === '' ? null : [t('disclosure:fact.reason'), reason],
      sequence === null
        ? null
        : [t('disclosure:fact.entry'), t('disclosure:entry', { number: sequence })],
    ];
    return all.filter((fact): fact is Fact => fact !== null);
  };
}
