import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { followUp } from '../../../../main/engine/services/follow-up.ts';
import {
  findChosenReminder,
  insertEvent,
} from '../../../../main/engine/store/conversation-events.ts';
import { saveSectionSettings } from '../../../../main/engine/store/section-settings.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { SectionSettings } from '../../../../shared/model/section-settings.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { hana } from '../../../support/section-ledger.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

const now = Date.UTC(2026, 10, 24, 9);
const day = 24 * 60 * 60_000;

function section(followUpDays: SectionSettings['followUpDays']) {
  const db = sectionDatabase();
  const { conversationId } = storeLetter(db, { headerMessageId: 'question' });
  saveSectionSettings(db, SectionSettings.parse({ followUpDays }));
  const choose = (remindAt: number | null) => {
    const body = { remindAt, after: 0 };
    insertEvent(db, conversationId, {
      ...{ id: randomUUID(), type: 'reminder', body, actor: hana, at: now },
    });
  };
  const reply = () => {
    followUp(db, conversationId, hana, { now, sentAt: now });
    return findChosenReminder(db, conversationId)?.remindAt ?? null;
  };
  return { db, choose, reply };
}

it('reminds of nothing unless the section’s settings say so', () => {
  expect(section(0).reply()).toBeNull();
  expect(section(7).reply()).toBe(now + 7 * day);
});

it('leaves what somebody chose for a conversation, a time or none', () => {
  const other = section(7);
  other.choose(now + day);
  expect(other.reply()).toBe(now + day);
  const never = section(7);
  never.choose(null);
  expect(never.reply()).toBeNull();
});

it('takes no choice for the next letter that was made before it came', () => {
  const { db, choose, reply } = section(7);
  choose(null);
  storeMessages(db, { folderId: 1, ownAddress: 'world@minato.example' }, [
    {
      uid: 2,
      seen: false,
      arrivedAt: now,
      ingested: ingestedMessage({ headerMessageId: 'again', references: ['question'] }),
    },
  ]);
  expect(reply()).toBe(now + 7 * day);
});
