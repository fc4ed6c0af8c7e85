import { type RefObject, useEffect, useRef, useState } from 'react';
import { MailFrameHeight } from '../../../shared/mail-frame-height.ts';
import { estimateHeight } from '../html/estimate-height.ts';
import { useFrameMessage } from './use-frame-message.ts';

/** Pixels: a mail longer than this scrolls inside its frame. */
const tallest = 20_000;

/** A mail whose height answers to its frame's would grow at each report, for ever. */
const mostReports = 60;

/**
 * The height for the frame of a mail, in px: a guess from its markup until the preload script in
 * the frame tells what it really takes (main/app/report-height.ts).
 */
export function useMailHeight(frame: RefObject<HTMLIFrameElement | null>, html: string): number {
  const [told, setTold] = useState<number | null>(null);
  const reports = useRef(0);

  useFrameMessage(frame, MailFrameHeight, ({ height }) => {
    if (height === 0) return;
    reports.current += 1;
    if (reports.current <= mostReports) setTold(Math.min(height, tallest));
  });

  // A new width is a reason for new reports.
  useEffect(() => {
    if (frame.current === null) return;
    let width = 0;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined || entry.contentRect.width === width) return;
      width = entry.contentRect.width;
      reports.current = 0;
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);

  return told ?? estimateHeight(html, frame.current?.clientWidth ?? 640);
}
