import { z } from 'zod';
import { SectionId } from './section.ts';

/** What the window shows: a section's mail, the settings, or nothing of anybody (a locked page). */
export const ShownScreen = z.union([SectionId, z.literal(['settings', 'nothing'])]);
export type ShownScreen = z.infer<typeof ShownScreen>;
