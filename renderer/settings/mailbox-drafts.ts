import type { SectionId } from '../../shared/model/section.ts';
import type { MailboxForm } from './mailbox-form.ts';

/**
 * What was typed into the mailbox pages and is not saved yet. It may hold passwords: it lives in
 * this window's memory alone, and whoever keeps it lets it go when the desk is locked.
 */
export type MailboxDrafts = {
  readonly of: (sectionId: SectionId) => MailboxForm | null;
  readonly keep: (sectionId: SectionId, form: MailboxForm) => void;
  readonly forget: (sectionId: SectionId) => void;
};

export function createMailboxDrafts(): MailboxDrafts {
  const forms = new Map<SectionId, MailboxForm>();
  return {
    of: (sectionId) => forms.get(sectionId) ?? null,
    keep: (sectionId, form) => {
      forms.set(sectionId, form);
    },
    forget: (sectionId) => {
      forms.delete(sectionId);
    },
  };
}
