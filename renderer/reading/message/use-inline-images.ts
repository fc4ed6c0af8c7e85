import { useEffect, useState } from 'react';
import type { MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';

/** What a letter's picture may be; SVG is a document, and not among them. */
const pictureTypes = /^image\/(png|jpe?g|gif|webp|bmp)$/i;

/** A letter with more pictures than this is a catalogue. */
const mostPictures = 50;

type Question = {
  readonly sectionId: SectionId;
  readonly messageId: MessageId;
  readonly contentIds: readonly string[];
  readonly attachments: readonly Attachment[];
};

/** `data:` addresses of the pictures that the mail itself carries, by Content-ID; null while they load. */
export function useInlineImages({
  sectionId,
  messageId,
  contentIds,
  attachments,
}: Question): ReadonlyMap<string, string> | null {
  const wanted = attachments
    .filter(({ contentId, mimeType }) => {
      return contentId !== null && contentIds.includes(contentId) && pictureTypes.test(mimeType);
    })
    .slice(0, mostPictures);
  const key = wanted.map(({ index }) => index).join(' ');
  const [images, setImages] = useState<ReadonlyMap<string, string> | null>(
    key === '' ? new Map() : null,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `wanted`
  useEffect(() => {
    let isShown = true;
    void Promise.all(
      wanted.map(async ({ index, contentId }) => {
        const result = await call('attachment.read', { sectionId, messageId, index });
        // A picture that cannot be read leaves its place empty; the attachment list still has it.
        if (!result.ok || !pictureTypes.test(result.value.mimeType)) return [];
        const { content, mimeType } = result.value;
        return [[contentId ?? '', await dataUrl(content, mimeType.toLowerCase())] as const];
      }),
    ).then((entries) => {
      if (isShown) setImages(new Map(entries.flat()));
    });
    return () => {
      isShown = false;
    };
  }, [sectionId, messageId, key]);
  return images;
}

function dataUrl(content: Uint8Array, mimeType: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([new Uint8Array(content)], { type: mimeType }));
  });
}
