import { useTranslation } from 'react-i18next';
import type { FormProblem } from '../../../shared/model/form-mail.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Why a mail waits, and what to do, in words. */
export function useProblemWords() {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const erasureOf = ([number = '', at = '']: readonly string[]) => ({
    number,
    date: format.day(Date.parse(at)),
  });
  return ({ code, about }: FormProblem, form: string) => ({
    what: t(`problem.${code}`, code === 'erased' ? erasureOf(about) : {}),
    next: t(`problem.${code}Next`, { form, about: format.list(about.map(nameOf)) }),
  });
}

/** Checks are known by their names in capitals. */
function nameOf(about: string): string {
  return ['spf', 'dkim', 'dmarc'].includes(about) ? about.toUpperCase() : about;
}
