import { useRef, useState } from 'react';
import type { DraftAttachment, PhotoSize } from '../../../shared/model/draft-attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { readOriginal } from './upload-file.ts';

/** How many bytes a photo has in each size; worked out when somebody wants to know. */
export function usePhotoSizes(sectionId: SectionId, { id }: DraftAttachment) {
  const [sizes, setSizes] = useState<ReadonlyMap<PhotoSize, number>>(new Map());
  const isWorking = useRef(false);

  async function workOut() {
    if (isWorking.current) return;
    isWorking.current = true;
    const original = await readOriginal(sectionId, id);
    if (original.ok) {
      setSizes(new Map([['original', original.value.size]]));
      for (const size of ['large', 'medium'] as const) {
        const smaller = await shrinkPhoto(original.value, size);
        if (smaller !== null) setSizes((known) => new Map(known).set(size, smaller.size));
      }
    } else isWorking.current = false;
  }

  return { sizes, work: () => void workOut() };
}
