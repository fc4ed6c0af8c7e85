import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type StoredMail = {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly direction: 'in' | 'out';
  readonly subject: string;
  readonly sentAt: number;
  readonly from: Participant;
  /** To and Cc. */
  readonly recipients: readonly Participant[];
  readonly attachments: readonly string[];
};

type Row = Omit<StoredMail, 'from' | 'recipients' | 'attachments'> & {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: string;
  readonly attachments: string;
};

/** The mail that came from one of these addresses or went to one, oldest first. In lower case. */
export function findMailOf(db: SectionDatabase, addresses: readonly string[]): StoredMail[] {
  const isTheirs = 'IN (SELECT value FROM json_each(:addresses))';
  const isAmong = (part: string) => `EXISTS (SELECT 1 FROM json_each(recipients, '$.${part}') each
    WHERE lower(json_extract(each.value, '$.address')) ${isTheirs})`;
  return statement<Row>(
    db,
    `SELECT id, conversation_id AS conversationId, direction, subject, sent_at AS sentAt,
       from_name AS fromName, from_address AS fromAddress, recipients, attachments
     FROM message
     WHERE lower(from_address) ${isTheirs} OR ${isAmong('to')} OR ${isAmong('cc')}
     ORDER BY sent_at, id`,
  )
    .all({ addresses: JSON.stringify(addresses) })
    .map(({ fromName, fromAddress, recipients, attachments, ...row }) => {
      const { to, cc } = JSON.parse(recipients) as { to: Participant[]; cc: Participant[] };
      return {
        ...row,
        from: { name: fromName, address: fromAddress },
        recipients: [...to, ...cc],
        attachments: (JSON.parse(attachments) as Attachment[]).flatMap(
          ({ filename }) => filename ?? [],
        ),
      };
    });
}
