import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Facts } from './facts.tsx';
import styles from './printed-disclosures.module.css';
import { useDisclosureFacts } from './use-disclosure-facts.tsx';
import type { PrintOfDisclosures } from './use-print-disclosures.ts';

/**
 * The record as it goes on paper: of each disclosure when, to whom, of whom, which items and by which
 * consent (Act on the Protection of Personal Information, Articles 27 and 29).
 */
export function PrintedDisclosures({ title, by, at, records }: PrintOfDisclosures) {
  const { t } = useTranslation(['disclosure', 'members']);
  const format = useFormat();
  const factsOf = useDisclosureFacts();
  const day = (text: string) => (text === '' ? '' : format.day(Date.parse(`${text}T00:00`)));
  return createPortal(
    <div className={styles.paper} data-print-pages>
      <h1>{title}</h1>
      <p>{t('disclosure:signed', { name: by, date: format.stamp(at) })}</p>
      <p>{t('disclosure:record.law')}</p>
      {records.map(({ members, ...disclosure }) => (
        <section key={disclosure.id}>
          <h2>{t('disclosure:one', { number: disclosure.id, name: disclosure.company.name })}</h2>
          <Facts facts={factsOf(disclosure)} />
          <table>
            <thead>
              <tr>
                <th scope="col">{t('disclosure:preview.member')}</th>
                <th scope="col">{t('disclosure:record.name')}</th>
                <th scope="col">{t('members:field.consent')}</th>
              </tr>
            </thead>
            <tbody>
              {members.map(({ memberId, name, consentVersion, consentDate }) => (
                <tr key={memberId}>
                  <td>{t('members:number', { number: memberId })}</td>
                  <td>{name ?? t('disclosure:record.erased')}</td>
                  <td>
                    {t('disclosure:record.consent', {
                      version: consentVersion,
                      date: day(consentDate),
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>,
    document.body,
  );
}
