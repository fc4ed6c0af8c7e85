import { rename, rm, writeFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import { errorKind } from '../error-kind.ts';
import { recordLeft } from '../ledger/record-left.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { senderDoubts } from '../policy/sender-doubts.ts';
import {
  findAttachments,
  findConversationOf,
  findDeflatedSource,
  findDirection,
} from '../store/messages.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { viewingMessage } from './viewing.ts';

/** "View source" is for looking, not for export: more than this is cut. Bytes. */
const shownSource = 2 * 1024 * 1024;

/** An inline image over this many decoded bytes is not shown in the text. */
const inlineImageLimit = 20 * 1024 * 1024;

export async function readMessage(
  section: SectionContext,
  mime: MimePool,
  { messageId }: CallInput<'message.read'>,
): Promise<Result<CallOutput<'message.read'>>> {
  if (viewingMessage(section, messageId, () => true) === null) return notFound;
  const needed = await section.bodies.needText(messageId);
  if (!needed.ok) return needed;
  const source = findDeflatedSource(section.db, messageId);
  if (source === null) return notFound;
  const parsed = await mime.parse(source);
  const doubts =
    findDirection(section.db, messageId) === 'in'
      ? senderDoubts(parsed, findSectionSettings(section.db).companyDomains)
      : [];
  return success({ id: messageId, text: parsed.text, html: parsed.html, doubts });
}

/** Headers tell more of a reader than a letter does: each look at them is on record. */
export async function readSource(
  { db, ledger, bodies }: SectionContext,
  { messageId }: CallInput<'message.source'>,
): Promise<Result<CallOutput<'message.source'>>> {
  const needed = await bodies.needText(messageId);
  if (!needed.ok) return needed;
  const deflated = ledger.write((record) => {
    const found = findDeflatedSource(db, messageId);
    if (found !== null)
      record({
        kind: 'source-viewed',
        messageId,
        conversationId: findConversationOf(db, messageId),
      });
    return found;
  });
  if (deflated === null) return notFound;
  return success({ source: inflateRawSync(deflated).subarray(0, shownSource).toString('utf8') });
}

export async function readInlineAttachment(
  section: SectionContext,
  mime: MimePool,
  { messageId, index }: CallInput<'attachment.read'>,
): Promise<Result<CallOutput<'attachment.read'>>> {
  const source = viewingMessage(section, messageId, (db) => findDeflatedSource(db, messageId));
  if (source === null) return notFound;
  const attachment = await mime.readAttachment(source, index);
  if (attachment === null || attachment.content.byteLength > inlineImageLimit) return notFound;
  return success({ mimeType: attachment.mimeType, content: attachment.content });
}

/** Where a file is now: the server may have counted the parts of a message otherwise. */
function placeOf(wanted: Attachment | undefined, there: readonly Attachment[]): number | null {
  const isWanted = (each: Attachment | undefined): each is Attachment =>
    each?.filename === wanted?.filename && each?.mimeType === wanted?.mimeType;
  if (wanted === undefined || isWanted(there[wanted.index])) return null;
  return there.find(isWanted)?.index ?? null;
}

/**
 * Writes an attachment in clear where staff chose to, whole or not at all. It is on record before
 * there is a file.
 */
export async function saveAttachment(
  { db, ledger, bodies }: SectionContext,
  mime: MimePool,
  input: CallInput<'attachment.read'> & { readonly path: string },
): Promise<Result<null>> {
  const wanted = findAttachments(db, input.messageId)[input.index];
  const needed = await bodies.needWhole(input.messageId);
  if (!needed.ok) return needed;
  const source = findDeflatedSource(db, input.messageId);
  if (source === null) return notFound;
  const index = placeOf(wanted, findAttachments(db, input.messageId)) ?? input.index;
  const attachment = await mime.readAttachment(source, index);
  if (attachment === null) return notFound;
  const { messageId, path } = input;
  const concerns = recordLeft({ db, ledger }, { kind: 'attachment', messageId, path });
  const beside = `${path}.part`;
  try {
    await writeFile(beside, attachment.content);
    await rename(beside, path);
    return success(null);
  } catch (error) {
    await rm(beside, { force: true });
    const detail = { concerns, outcome: 'not-done' } as const;
    ledger.write((record) =>
      record({ kind: 'outcome', by: null, target: path, messageId, detail }),
    );
    return failure('save-failed', errorKind(error).code ?? undefined);
  }
}
