import { useTranslation } from 'react-i18next';
import type { SignedBy } from '../../../shared/model/group-company.ts';
import type { MemberRequest } from '../../../shared/model/member-request.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** A request in words. */
export function useRequestWords() {
  const { t } = useTranslation('requests');
  const format = useFormat();
  /** Of `2026-11-27`, where this computer is. */
  const dayOf = (day: string) => format.day(new Date(`${day}T00:00`).getTime());
  return {
    dayOf,
    memberOf: ({ name, memberId }: Pick<MemberRequest, 'name' | 'memberId'>) =>
      name === null
        ? t('gone', { number: memberId })
        : t('member', { name: name || t('nameless'), number: memberId }),
    receivedOf: ({ id, receivedOn, deadlineOn }: MemberRequest) =>
      t('receivedLine', {
        number: id,
        received: dayOf(receivedOn),
        deadline: dayOf(deadlineOn),
      }),
    signedOf: ({ name, at }: Pick<SignedBy, 'name' | 'at'>) =>
      t('signed', { name: name || t('unknown'), date: format.stamp(at) }),
  };
}
