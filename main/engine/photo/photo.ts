/** The parts of a photo that are sent; null where it is not built as its kind has to be. */
export type SentParts = readonly Buffer[] | null;

/** As a camera was held: 1 is upright. EXIF 2.32, 4.6.5.1.7. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
