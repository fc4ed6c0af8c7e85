import { useState } from 'react';
import type { AccountSettings } from '../../shared/model/account.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { MailboxDrafts } from './mailbox-drafts.ts';
import { type MailboxForm, mailboxForm } from './mailbox-form.ts';

type MailboxDraft = {
  readonly form: MailboxForm;
  /** Something differs from what is stored. */
  readonly isChanged: boolean;
  readonly write: (form: MailboxForm) => void;
  /** Back to what is stored. */
  readonly forget: (stored: AccountSettings | null) => void;
};

/** The form as it was left, else as it is stored; what is typed outlives the page. */
export function useMailboxDraft(
  sectionId: SectionId,
  stored: AccountSettings | null,
  drafts: MailboxDrafts,
): MailboxDraft {
  const [form, setForm] = useState(() => drafts.of(sectionId) ?? mailboxForm(stored));
  return {
    form,
    isChanged: JSON.stringify(form) !== JSON.stringify(mailboxForm(stored)),
    write(next) {
      drafts.keep(sectionId, next);
      setForm(next);
    },
    forget(current) {
      drafts.forget(sectionId);
      setForm(mailboxForm(current));
    },
  };
}
