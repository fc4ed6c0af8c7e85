import type { CallInput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { SectionSettings } from '../../../shared/model/section-settings.ts';
import { companyDomain } from '../policy/company-domain.ts';
import { findSectionSettings, saveSectionSettings } from '../store/section-settings.ts';
import type { SectionContext } from './section-context.ts';

export function getSectionSettings({ db }: SectionContext): Result<SectionSettings> {
  return success(findSectionSettings(db));
}

/**
 * Changes the ones named, and leaves the others as somebody else may just have set them. Who counts as
 * staff to a letter is an administrator's to say, and on record.
 */
export function changeSectionSettings(
  { db, ledger, serverDrafts, bodies, sync }: SectionContext,
  { change }: CallInput<'settings.change'>,
  isAdministrator: boolean,
): Result<SectionSettings> {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const settings = SectionSettings.parse({
    ...findSectionSettings(db),
    ...Object.fromEntries(named),
  });
  if (change.companyDomains === undefined) {
    saveSectionSettings(db, settings);
    serverDrafts.look();
    if (change.bodyMonths !== undefined || change.wholeUpToMb !== undefined) {
      bodies.tidy();
      sync.lookAround();
    }
    return success(settings);
  }
  if (!isAdministrator) return failure('administrator-needed');
  const domains = change.companyDomains.map(companyDomain);
  const refused = domains.indexOf(null);
  if (refused !== -1) return failure('domain-refused', change.companyDomains[refused]);
  const companyDomains = [...new Set(domains.filter((domain) => domain !== null))].sort();
  const changed = { ...settings, companyDomains };
  ledger.write((record) => {
    saveSectionSettings(db, changed);
    record({ kind: 'company-domains', target: companyDomains.join(', ') });
  });
  return success(changed);
}
