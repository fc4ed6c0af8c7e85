import { longestSide, longestThumbnail } from '../../../shared/model/draft-attachment.ts';

const thumbnailSide = 96;

/** So much is lost that nobody sees it. */
const quality = 0.85;

/**
 * A photo as a JPEG whose longer side is at most so many pixels, upright whatever way the camera was
 * held. Null for what this system cannot draw.
 */
export async function shrinkPhoto(
  photo: Blob,
  size: keyof typeof longestSide,
): Promise<Blob | null> {
  const side = longestSide[size];
  return withPicture(photo, (picture) => {
    const scale = side / Math.max(picture.width, picture.height);
    // A HEIC, say, is made a JPEG whatever its size.
    return toJpeg(picture, Math.min(1, scale), quality);
  });
}

/** Small enough to stand for the photo; null for what is no picture here. */
export async function makeThumbnail(photo: Blob): Promise<Uint8Array | null> {
  const jpeg = await withPicture(photo, (picture) =>
    toJpeg(picture, Math.min(1, thumbnailSide / Math.min(picture.width, picture.height)), 0.7),
  );
  if (jpeg === null || jpeg.size > longestThumbnail) return null;
  return new Uint8Array(await jpeg.arrayBuffer());
}

async function withPicture(
  photo: Blob,
  draw: (picture: ImageBitmap) => Promise<Blob>,
): Promise<Blob | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(photo);
  } catch {
    // No picture, or none that this system draws.
    return null;
  }
  try {
    return await draw(picture);
  } finally {
    picture.close();
  }
}

function toJpeg(picture: ImageBitmap, scale: number, quality: number): Promise<Blob> {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas');
  // A JPEG has no holes.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
