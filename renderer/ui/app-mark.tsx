type AppMarkProps = { readonly size: number };

/** The letter box, closed with its cord, in the accent colour. */
export function AppMark({ size }: AppMarkProps) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40" fill="none">
      <rect x="3" y="9" width="34" height="24" rx="4" fill="var(--color-accent)" />
      <path d="M3 18h34" stroke="var(--color-on-accent)" strokeOpacity="0.45" strokeWidth="1.6" />
      <path d="M20 9v24" stroke="var(--color-on-accent)" strokeOpacity="0.9" strokeWidth="1.8" />
      <path
        d="M20 18c-3-4.5-7.5-4.5-7.5-1.6S17 19 20 18c3-4.5 7.5-4.5 7.5-1.6S23 19 20 18"
        stroke="var(--color-on-accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
    </svg>
  );
}
