import type { SectionId } from '../../shared/model/section.ts';

export type SettingsPage =
  | { readonly kind: 'general' | 'keyboard' | 'own' | 'staff' | 'ledger' | 'backups' }
  | { readonly kind: 'mailbox' | 'answering' | 'canned'; readonly sectionId: SectionId };
