import type { CallInput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { SectionSettings } from '../../../shared/model/section-settings.ts';
import { findSectionSettings, saveSectionSettings } from '../store/section-settings.ts';
import type { SectionContext } from './section-context.ts';

export function getSectionSettings({ db }: SectionContext): Result<SectionSettings> {
  return success(findSectionSettings(db));
}

/** Changes the ones named, and leaves the others as somebody else may just have set them. */
export function changeSectionSettings(
  { db, serverDrafts }: SectionContext,
  { change }: CallInput<'settings.change'>,
): Result<SectionSettings> {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const settings = SectionSettings.parse({
    ...findSectionSettings(db),
    ...Object.fromEntries(named),
  });
  saveSectionSettings(db, settings);
  serverDrafts.look();
  return success(settings);
}
