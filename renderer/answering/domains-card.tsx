import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionSettings } from '../../shared/model/section-settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useCall } from '../use-call.ts';
import styles from './answering.module.css';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type DomainsCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** Whose addresses are staff's: an administrator lists the domains, the others see them. */
export function DomainsCard({ settings, onChange }: DomainsCardProps) {
  const { t } = useTranslation('answering');
  const { value: session } = useCall('session.state', null);
  const [typed, setTyped] = useState('');
  const { companyDomains } = settings;
  const isAdministrator = session?.staff?.role === 'administrator';

  return (
    <Card title={t('domains.title')}>
      <p className={styles.text}>{t('domains.text')}</p>
      {companyDomains.length === 0 && <p className={styles.text}>{t('domains.none')}</p>}
      <ul className={styles.domains} aria-label={t('domains.label')}>
        {companyDomains.map((domain) => (
          <li key={domain}>
            <span>{domain}</span>
            {isAdministrator && (
              <IconButton
                icon="close"
                size="sm"
                label={t('domains.remove', { domain })}
                onPress={() =>
                  void onChange({ companyDomains: companyDomains.filter((one) => one !== domain) })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {isAdministrator ? (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() === '') return;
            void onChange({ companyDomains: [...companyDomains, typed.trim()] });
            setTyped('');
          }}
        >
          <TextInput
            label={t('domains.label')}
            placeholder="example.com"
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit">{t('domains.add')}</Button>
        </form>
      ) : (
        <p className={styles.text}>{t('domains.administrator')}</p>
      )}
    </Card>
  );
}
