import type { ConversationId, FolderId, MemberId } from '../../shared/ids.ts';
import type { SavedSearch } from '../../shared/model/saved-search.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SettingsPage } from '../settings/settings-page.ts';

/** What the space beside the sidebar shows. */
export type Screen =
  | {
      readonly kind: 'inbox';
      readonly sectionId: SectionId;
      /** A folder in place of the inbox. */
      readonly folderId?: FolderId;
      /** A conversation to open at once. */
      readonly conversationId?: ConversationId;
      /** What to search for at once. */
      readonly search?: SavedSearch;
    }
  | { readonly kind: 'outbox'; readonly sectionId: SectionId }
  /** How the mail of a section stands. */
  | { readonly kind: 'mail-status'; readonly sectionId: SectionId }
  /** The records of members, beside their section's mail. */
  | {
      readonly kind: 'members';
      readonly sectionId: 'members';
      /** A record to open at once. */
      readonly memberId?: MemberId;
      /** What to search for at first. */
      readonly query?: string;
    }
  /** The registrations that wait for a decision. */
  | { readonly kind: 'review'; readonly sectionId: 'members' }
  /** Registrations that come in by form mail. */
  | { readonly kind: 'forms'; readonly sectionId: 'members' }
  | { readonly kind: 'settings'; readonly page: SettingsPage };
