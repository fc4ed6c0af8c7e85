import ExifReader from 'exifreader';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanPhoto } from '../../../../main/engine/photo/clean-photo.ts';
import {
  adobeColours,
  jpegColours,
  jpegPicture,
  plainJpeg,
  plainPng,
  plainWebp,
  pngPicture,
  tellingJpeg,
  tellingPng,
  tellingWebp,
  webpPicture,
} from '../../../support/photos.ts';

const kinds = [
  { kind: 'JPEG', telling: tellingJpeg, plain: plainJpeg, picture: jpegPicture },
  { kind: 'PNG', telling: tellingPng, plain: plainPng, picture: pngPicture },
  { kind: 'WebP', telling: tellingWebp, plain: plainWebp, picture: webpPicture },
] as const;

/** As another program reads it: every tag, by name. */
function tagsOf(photo: Buffer): Readonly<Record<string, unknown>> {
  return ExifReader.load(photo) as unknown as Record<string, unknown>;
}

const traces = /Shibuya|Telephone|GPSLatitude|Photoshop|MPF/;

it.each(kinds)('takes place, time, camera and words out of a $kind', ({ telling, picture }) => {
  const before = telling();
  expect(tagsOf(before)).toHaveProperty('GPSLatitude');
  const { content, privacy } = cleanPhoto(before, '');
  expect(privacy).toBe('cleaned');
  expect(content.toString('latin1')).not.toMatch(traces);
  const tags = tagsOf(content);
  for (const tag of ['GPSLatitude', 'Model', 'Comment', 'Author']) {
    expect(tags).not.toHaveProperty(tag);
  }
  expect(content.includes(picture)).toBe(true);
});

it.each(kinds)('keeps how the camera was held for a $kind, of either byte order', ({ telling }) => {
  for (const orientation of [2, 3, 6, 8]) {
    const tags = tagsOf(cleanPhoto(telling(orientation), '').content);
    expect(tags.Orientation).toMatchObject({ value: orientation });
  }
  expect(tagsOf(cleanPhoto(telling(1), '').content)).not.toHaveProperty('Orientation');
});

it('reads how the camera was held in the other byte order too', () => {
  const tags = tagsOf(cleanPhoto(tellingJpeg(8, 'MM'), '').content);
  expect(tags.Orientation).toMatchObject({ value: 8 });
});

it.each(kinds)('leaves a $kind that tells nothing as it is, byte for byte', ({ plain }) => {
  const { content, privacy } = cleanPhoto(plain, '');
  expect(privacy).toBe('clean');
  expect(content.equals(plain)).toBe(true);
});

it('keeps what the colours of a JPEG depend on', () => {
  const { content } = cleanPhoto(tellingJpeg(1), '');
  expect(content.equals(plainJpeg)).toBe(true);
  expect(content.includes(jpegColours)).toBe(true);
  expect(content.includes(adobeColours)).toBe(true);
});

it.each(kinds)('finds nothing more in a $kind the second time', ({ telling }) => {
  const once = cleanPhoto(telling(), '').content;
  const twice = cleanPhoto(once, '');
  expect(twice.privacy).toBe('clean');
  expect(twice.content.equals(once)).toBe(true);
});

it.each([
  ['a HEIC', '\0\0\0\x18ftypheic', ''],
  ['an MP4', '\0\0\0\x18ftypmp42', ''],
  ['a TIFF', 'II*\0\x08\0\0\0', ''],
  ['a GIF', 'GIF89a', ''],
  ['a sound', 'ID3', 'audio/mpeg'],
  ['a drawing', '<svg>', 'image/svg+xml'],
  ['a JPEG that is broken', '\xff\xd8\xff\xe1\0', ''],
])('promises nothing of %s', (_, start, mimeType) => {
  const content = Buffer.from(start, 'latin1');
  expect(cleanPhoto(content, mimeType)).toEqual({ content, privacy: 'may-tell' });
});

it('leaves what is no photo alone, whatever it is called', () => {
  const content = Buffer.from('%PDF-1.4 about Shibuya');
  expect(cleanPhoto(content, 'application/pdf')).toEqual({ content, privacy: 'no-photo' });
});

it.each(kinds)('ends well with any $kind that is cut short or changed', ({ telling }) => {
  const whole = telling();
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      (length, changes) => {
        const hostile = Buffer.from(whole);
        for (const [at, value] of changes) hostile[at] = value;
        const { content, privacy } = cleanPhoto(hostile.subarray(0, length), 'image/jpeg');
        if (privacy === 'cleaned') expect(cleanPhoto(content, '').privacy).toBe('clean');
        else expect(content.equals(hostile.subarray(0, length))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

it.each(kinds)('never changes the picture of a $kind that is cut short', ({ telling, picture }) => {
  const whole = telling();
  const from = whole.indexOf(picture);
  for (let length = from; length < whole.length; length += 1) {
    const { content, privacy } = cleanPhoto(whole.subarray(0, length), '');
    if (privacy !== 'cleaned') continue;
    const there = whole.subarray(from, Math.min(length, from + picture.length));
    expect(content.includes(picture) || content.subarray(-there.length).equals(there)).toBe(true);
  }
});
