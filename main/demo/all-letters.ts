import type { DemoConversation, RawLetter } from './letter.ts';
import { japaneseCharsetLetters } from './letters/japanese-charsets.ts';
import { machineLetters } from './letters/machines.ts';
import { membersEnglish } from './letters/members-english.ts';
import { membersJapanese } from './letters/members-japanese.ts';
import { oddLetters } from './letters/odd.ts';
import { websiteEditorEnglish } from './letters/website-editor-english.ts';
import { websiteEditorJapanese } from './letters/website-editor-japanese.ts';
import { worldServicesEnglish } from './letters/world-services-english.ts';
import { worldServicesJapanese } from './letters/world-services-japanese.ts';

/** Everything that lies in the demo's folders when it starts. */
export const allConversations: readonly DemoConversation[] = [
  ...worldServicesEnglish,
  ...worldServicesJapanese,
  ...websiteEditorEnglish,
  ...websiteEditorJapanese,
  ...membersEnglish,
  ...membersJapanese,
  ...oddLetters,
];

export const allRawLetters: readonly RawLetter[] = [...machineLetters, ...japaneseCharsetLetters];
