import { type RefObject, useEffect, useRef, useState } from 'react';
import { MailFrameHeight } from '../../../shared/mail-frame-height.ts';
import { estimateHeight } from '../html/estimate-height.ts';

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

  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (frame.current === null || event.source !== frame.current.contentWindow) return;
      const message = MailFrameHeight.safeParse(event.data);
      if (!message.success || message.data.height === 0) return;
      reports.current += 1;
      if (reports.current <= mostReports) setTold(Math.min(message.data.height, tallest));
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame]);

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
