import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { markHtml } from '../../hits/mark-html.ts';
import { useSearchHits } from '../../hits/search-hits.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import { mailDocument } from '../html/mail-document.ts';
import { sanitiseHtml } from '../html/sanitise-html.ts';
import { useLinkFollower } from '../links/link-follower.ts';
import { useFrameSelection } from '../selection/use-frame-selection.ts';
import styles from './html-mail.module.css';
import { useFrameColours } from './use-frame-colours.ts';
import { useFrameKeys } from './use-frame-keys.ts';
import { useInlineImages } from './use-inline-images.ts';
import { useMailHeight } from './use-mail-height.ts';

type HtmlMailProps = {
  readonly sectionId: SectionId;
  readonly messageId: MessageId;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** Names the frame to assistive technology. */
  readonly title: string;
};

/** A stranger's HTML, sanitised, in a frame that runs nothing, fetches nothing and reaches nothing. */
export function HtmlMail({ sectionId, messageId, html, attachments, title }: HtmlMailProps) {
  const { t } = useTranslation('reading');
  const { announce } = useLinkFollower();
  const colours = useFrameColours();
  const search = useSearchHits();
  const bare = useMemo(() => sanitiseHtml(html), [html]);
  const { contentIds } = bare;
  const images = useInlineImages({ sectionId, messageId, contentIds, attachments });
  const mail = useMemo(
    () => (images === null || images.size === 0 ? bare : sanitiseHtml(html, images)),
    [bare, html, images],
  );
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => announce(messageId, mail.links), [announce, messageId, mail]);
  const page = useMemo(
    () =>
      images === null ? '' : mailDocument({ ...mail, html: markHtml(mail.html, search) }, colours),
    [images, mail, colours, search],
  );
  const height = useMailHeight(frame, mail.html);
  useFrameKeys(frame);
  useFrameSelection(frame, messageId);

  return (
    <div className={styles.mail}>
      {mail.blocked > 0 && (
        <p className={styles.blocked}>
          <Icon name="shield" size={14} />
          {t('message.blocked')}
        </p>
      )}
      <iframe
        ref={frame}
        className={mail.hasOwnColours ? styles.paper : styles.frame}
        title={title}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={page}
        height={height}
      />
    </div>
  );
}
