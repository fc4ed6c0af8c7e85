import { readFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { writeFileDurably } from '../engine/write-file-durably.ts';

const WindowPlace = z.object({
  x: z.int().exactOptional(),
  y: z.int().exactOptional(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const firstPlace: WindowPlace = { width: 1280, height: 800, isMaximized: false };

/** Where the window was left; on a screen that is gone only its size counts. */
export function readWindowPlace(path: string, screens: readonly Rectangle[]): WindowPlace {
  try {
    const place = WindowPlace.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (screens.some((screen) => holds(screen, place))) return place;
    return { width: place.width, height: place.height, isMaximized: place.isMaximized };
  } catch {
    return firstPlace;
  }
}

export function keepWindowPlace(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeFileDurably(path, JSON.stringify(place));
  });
}

function holds(screen: Rectangle, { x, y }: WindowPlace): boolean {
  if (x === undefined || y === undefined) return false;
  return (
    x >= screen.x && x < screen.x + screen.width && y >= screen.y && y < screen.y + screen.height
  );
}
