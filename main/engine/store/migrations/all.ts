import { mail } from './0001-mail.ts';
import { chain } from './0002-chain.ts';
import { letter } from './0003-letter.ts';
import { sectionSettings } from './0004-section-settings.ts';
import { conversationEvents } from './0010-conversation-events.ts';

/** In order, forward only. A database's `user_version` is the number of those it has had. */
export const migrations: readonly string[] = [
  mail,
  chain,
  letter,
  sectionSettings,
  conversationEvents,
];
