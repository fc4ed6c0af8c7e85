import type { SectionId } from '../../shared/model/section.ts';
import type { IconName } from '../ui/icons/paths.ts';

export const sectionIcon: Readonly<Record<SectionId, IconName>> = {
  'world-services': 'world',
  'website-editor': 'site',
  members: 'members',
};
