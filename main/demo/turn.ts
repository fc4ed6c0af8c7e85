import type { Turn } from './letter.ts';

type More = Omit<Turn, 'by' | 'hoursAgo' | 'text'>;

/** A turn that the reader wrote, so many hours before the newsroom's start. */
export function fromReader(hoursAgo: number, text: string, more: More = {}): Turn {
  return { by: 'reader', hoursAgo, text, ...more };
}

/** A turn that the section's staff wrote. */
export function fromUs(hoursAgo: number, text: string): Turn {
  return { by: 'us', hoursAgo, text };
}
