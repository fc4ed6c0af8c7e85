import { expect, it } from 'vitest';
import { createUnsavedDrafts } from '../../../renderer/composer/unsaved-drafts.ts';
import { ConversationId, MessageId } from '../../../shared/ids.ts';
import { plainLetter } from '../../support/plain-letter.ts';

const place = {
  sectionId: 'world-services',
  conversationId: ConversationId.parse(1),
  kind: 'reply',
} as const;
const draft = {
  content: plainLetter('Dear reader'),
  target: {
    messageId: MessageId.parse(1),
    recipient: { allowed: false, reason: 'no-reader' },
  },
} satisfies Parameters<ReturnType<typeof createUnsavedDrafts>['keep']>[1];

it('has what could not be stored until it is', () => {
  const drafts = createUnsavedDrafts();
  drafts.keep(place, draft);
  expect(drafts.find({ ...place })).toEqual(draft);
  drafts.drop(place);
  expect(drafts.find(place)).toBeNull();
});

it('does not take a conversation of another section for it', () => {
  const drafts = createUnsavedDrafts();
  drafts.keep(place, draft);
  expect(drafts.find({ ...place, sectionId: 'website-editor' })).toBeNull();
});

it('does not take the reply to a conversation for a forward of it', () => {
  const drafts = createUnsavedDrafts();
  drafts.keep(place, draft);
  expect(drafts.find({ ...place, kind: 'forward' })).toBeNull();
});
