import { useTranslation } from 'react-i18next';
import type { RegistrationWarning } from '../../../shared/model/registration.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What a warning says to staff. */
export function useCheckWords(): (warning: RegistrationWarning) => string {
  const { t } = useTranslation('review');
  const { list } = useFormat();
  return ({ code, meant = '', members = [] }) =>
    t(`check.${code}`, { meant, members: list(members.map(String)) });
}
