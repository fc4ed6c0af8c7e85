import { z } from 'zod';

/** What for an administrator may look up who a reader is among the members. */
export const LookUpPurpose = z.enum(['membership', 'own-data', 'safety', 'other']);
export type LookUpPurpose = z.infer<typeof LookUpPurpose>;
