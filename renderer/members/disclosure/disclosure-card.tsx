import { useTranslation } from 'react-i18next';
import type { Disclosure, DisclosureState } from '../../../shared/model/disclosure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from './facts.tsx';
import { useDisclosureFacts } from './use-disclosure-facts.tsx';

const tones = {
  asked: 'warning',
  released: 'success',
  declined: 'neutral',
} as const satisfies Readonly<Record<DisclosureState, string>>;

/** A disclosure and what became of it. */
export function DisclosureCard({ disclosure }: { readonly disclosure: Disclosure }) {
  const { t } = useTranslation('disclosure');
  const factsOf = useDisclosureFacts();
  const { id, company, state } = disclosure;
  return (
    <Card
      title={t('one', { number: id, name: company.name })}
      badges={<Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>}
    >
      <Facts facts={factsOf(disclosure)} />
    </Card>
  );
}
