import { useRef, useState } from 'react';
import { type Result, success } from '../../../shared/errors.ts';
import type { DraftAttachmentId } from '../../../shared/ids.ts';
import { encodedSize, letterSize, usualLimit } from '../../../shared/letter-size.ts';
import type {
  DraftAttachment,
  LetterLimit,
  PhotoSize,
} from '../../../shared/model/draft-attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';
import type { AttachmentPlace } from './attachment-place.ts';
import type { AttachmentProblem } from './attachment-problem.ts';
import { cutName } from './file-name.ts';
import { makeThumbnail, shrinkPhoto } from './shrink-photo.ts';
import { readOriginal, uploadFile } from './upload-file.ts';

/** A file on its way into the letter; sizes in bytes. */
export type Upload = {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly done: number;
  readonly cancel: () => void;
};

export type DraftAttachments = {
  readonly sectionId: SectionId;
  readonly attachments: readonly DraftAttachment[];
  readonly uploads: readonly Upload[];
  readonly limit: LetterLimit;
  readonly problem: AttachmentProblem | null;
  readonly report: (problem: AttachmentProblem | null) => void;
  /** One after the other, in this order. */
  readonly add: (files: readonly File[]) => void;
  /** Stops what is on its way into the letter, and what waits for its turn. */
  readonly cancelAll: () => void;
  readonly remove: (ids: readonly DraftAttachmentId[]) => Promise<Result<null>>;
  /** They left with a letter that was sent. */
  readonly forget: (ids: readonly DraftAttachmentId[]) => void;
  readonly putBack: (ids: readonly DraftAttachmentId[]) => Promise<Result<null>>;
  /** Without its ending, which stays. */
  readonly rename: (id: DraftAttachmentId, stem: string) => Promise<Result<unknown>>;
  /** Sends another size of a photo, which is made where it is not there yet. */
  readonly resize: (attachment: DraftAttachment, size: PhotoSize) => Promise<void>;
  readonly reload: () => void;
};

const guess: LetterLimit = { bytes: usualLimit, isKnown: false };

/**
 * The files of a letter that is written: what is stored of them, and what is on its way there. It gets
 * there also when the conversation is left meanwhile.
 */
export function useDraftAttachments(place: AttachmentPlace): DraftAttachments {
  const { sectionId, conversationId, kind } = place;
  const list = useCall('draftAttachment.list', { sectionId, conversationId, kind });
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [problem, report] = useState<AttachmentProblem | null>(null);
  const lastKey = useRef(0);
  const queue = useRef(Promise.resolve());
  /** Ends what belongs to the letter in hand. */
  const letter = useRef(new AbortController());
  const stored = useRef<readonly DraftAttachment[]>([]);
  // Whoever sends as soon as a file is there sends it along: the list comes a moment later.
  const [added, setAdded] = useState<readonly DraftAttachment[]>([]);
  const listed = list.value?.attachments ?? [];
  const isListed = ({ id }: DraftAttachment) => listed.some((each) => each.id === id);
  if (added.some(isListed)) setAdded(added.filter((each) => !isListed(each)));
  stored.current = [...listed, ...added.filter((each) => !isListed(each))];
  const limit = list.value?.limit ?? guess;

  useEvent('section.changed', (changed) => {
    const isMeant = changed.conversationIds?.includes(conversationId) ?? true;
    if (changed.sectionId === sectionId && isMeant) list.reload();
  });
  useEvent('outbox.changed', (changed) => {
    if (changed.sectionId === sectionId) list.reload();
  });

  /** Shows how far something is, and lets it be cancelled. */
  async function whileShown<T>(
    name: string,
    size: number,
    work: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    lastKey.current += 1;
    const key = lastKey.current;
    const controller = new AbortController();
    const cancel = () => controller.abort();
    setUploads((others) => [...others, { key, name, size, done: 0, cancel }]);
    const onProgress = (done: number) =>
      setUploads((all) => all.map((each) => (each.key === key ? { ...each, done } : each)));
    try {
      return await work(AbortSignal.any([controller.signal, letter.current.signal]), onProgress);
    } finally {
      setUploads((all) => all.filter((each) => each.key !== key));
    }
  }

  async function addOne(file: File): Promise<void> {
    const name = cutName(file.name);
    const others = letterSize(stored.current.map(({ size }) => size));
    const fits = ({ size }: Blob) => others + encodedSize(size) <= limit.bytes;
    const tooLarge = () =>
      report({ kind: 'too-large', name, size: others + encodedSize(file.size), limit });
    if (!fits(file) && !file.type.startsWith('image/')) return tooLarge();
    const result = await whileShown(name, file.size, async (signal, onProgress) => {
      // A photo that has no room as it is may have it when it is smaller.
      const smaller = fits(file) ? null : await shrinkPhoto(file, 'large');
      if (!fits(file) && (smaller === null || !fits(smaller))) return null;
      const photoSize: PhotoSize = smaller === null ? 'original' : 'large';
      const content = smaller ?? file;
      const { size } = content;
      const begun = await call('draftAttachment.begin', { ...place, name, size, photoSize });
      if (!begun.ok) return begun;
      const { id } = begun.value;
      const thumbnail = file.type.startsWith('image/') ? await makeThumbnail(content) : null;
      const upload = { sectionId, id, photoSize, thumbnail, signal, onProgress };
      const uploaded = await uploadFile(content, upload);
      // It may have been complete just before it was cancelled.
      if (uploaded.ok && !signal.aborted) setAdded((others) => [...others, uploaded.value]);
      else await remove([id]);
      return uploaded;
    });
    if (result === null) return tooLarge();
    if (!result.ok) {
      if (result.error.code !== 'cancelled') report({ kind: 'failed', name, error: result.error });
      return;
    }
    list.reload();
  }

  function add(files: readonly File[]): void {
    report(null);
    const { signal } = letter.current;
    for (const file of files)
      queue.current = queue.current.then(() => (signal.aborted ? undefined : addOne(file)));
  }

  function cancelAll(): void {
    letter.current.abort();
    letter.current = new AbortController();
  }

  function forget(ids: readonly DraftAttachmentId[]): void {
    setAdded((others) => others.filter(({ id }) => !ids.includes(id)));
  }

  async function remove(ids: readonly DraftAttachmentId[]): Promise<Result<null>> {
    if (ids.length === 0) return success(null);
    forget(ids);
    return changed(call('draftAttachment.remove', { sectionId, draftAttachmentIds: [...ids] }));
  }

  async function changed<T>(asked: Promise<Result<T>>): Promise<Result<T>> {
    const result = await asked;
    list.reload();
    return result;
  }

  async function resize(attachment: DraftAttachment, photoSize: PhotoSize): Promise<void> {
    const { id, name } = attachment;
    const target = { sectionId, draftAttachmentId: id };
    const chosen = await changed(call('draftAttachment.choose', { ...target, photoSize }));
    if (chosen.ok) return;
    if (chosen.error.code !== 'not-found' || photoSize === 'original') {
      report({ kind: 'failed', name, error: chosen.error });
      return;
    }
    const result = await whileShown(name, attachment.size, async (signal, onProgress) => {
      const original = await readOriginal(sectionId, id);
      if (!original.ok) return original;
      const smaller = await shrinkPhoto(original.value, photoSize);
      if (smaller === null) return null;
      const upload = { sectionId, id, photoSize, thumbnail: null, signal, onProgress };
      return uploadFile(smaller, upload);
    });
    if (result?.ok === false && result.error.code !== 'cancelled') {
      report({ kind: 'failed', name, error: result.error });
    }
    list.reload();
  }

  return {
    sectionId,
    attachments: stored.current,
    uploads,
    limit,
    problem,
    report,
    add,
    cancelAll,
    remove,
    forget,
    putBack: (ids) =>
      changed(call('draftAttachment.putBack', { sectionId, draftAttachmentIds: [...ids] })),
    rename: (id, name) =>
      changed(call('draftAttachment.rename', { sectionId, draftAttachmentId: id, name })),
    resize,
    reload: list.reload,
  };
}
