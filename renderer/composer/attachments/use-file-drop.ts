import { useEffect, useRef, useState } from 'react';

/** Where the files may fall, in px of the window. */
export type DropPlace = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/**
 * Files that are dragged over the window, to be let fall on the conversation. Null while none are.
 * Everywhere else, and without a composer, a drop does nothing: the page never leaves for a file.
 */
export function useFileDrop(
  onDrop: (files: readonly File[]) => void,
  isPossible: boolean,
): DropPlace | null {
  const [place, setPlace] = useState<DropPlace | null>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;

  useEffect(() => {
    if (!isPossible) return;
    // A drag enters each element before it leaves the last one.
    let depth = 0;
    const end = () => {
      depth = 0;
      setPlace(null);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      const pane = document.querySelector('[data-pane=reading]');
      const isCovered = document.querySelector('[role=dialog],[role=alertdialog]') !== null;
      if (pane !== null && !isCovered) setPlace(pane.getBoundingClientRect());
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) end();
    };
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isDropTarget(event) ? 'copy' : 'none';
    };
    const onDropped = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isDropTarget(event)) latest.current(files);
      end();
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDropped);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDropped);
    };
  }, [isPossible]);
  return place;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function isDropTarget({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-drop-target]') !== null;
}
