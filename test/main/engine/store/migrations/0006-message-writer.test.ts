import { expect, it } from 'vitest';
import { findRecipientFacts } from '../../../../../main/engine/store/recipient-facts.ts';
import { sectionDatabase } from '../../../../support/section-database.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';

it('finds who has written to the section without a look at every message', () => {
  const db = sectionDatabase();
  const { conversationId, messageId } = storeLetter(db, {
    from: [{ name: 'Hana', address: 'Hana@Example.com' }],
  });
  const addresses = ['hana@example.com', 'ken@example.com'];
  const question = { kind: 'reply', conversationId, messageId, addresses, excepted: [] } as const;
  expect(findRecipientFacts(db, question)).toMatchObject({
    readers: ['Hana@Example.com'],
    writers: new Set(['hana@example.com']),
  });
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT DISTINCT lower(from_address) FROM message
       WHERE direction = 'in' AND lower(from_address) IN (SELECT value FROM json_each('[]'))`,
    )
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('message_writer');
});
