import { z } from 'zod';

/** The unit of mail, of encryption and of access. */
export const sectionIds = ['world-services', 'website-editor', 'members'] as const;
export const SectionId = z.enum(sectionIds);
export type SectionId = z.infer<typeof SectionId>;
