import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';

/** Counts down to the next try after too many wrong ones; nothing before and after. */
export function WaitNotice({ until }: { readonly until: number | null }) {
  const { t } = useTranslation('session');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = until === null ? 0 : Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  return (
    <Notice tone="warning">
      {seconds < 90
        ? t('signIn.waitSeconds', { count: seconds })
        : t('signIn.waitMinutes', { count: Math.ceil(seconds / 60) })}
    </Notice>
  );
}
