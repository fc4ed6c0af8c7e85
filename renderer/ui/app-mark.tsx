type AppMarkProps = { readonly size: number };

/** The letter box: a lid, a body and the cord's fitting between them, in the accent colour. */
export function AppMark({ size }: AppMarkProps) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40" fill="none">
      <rect x="1" y="5" width="38" height="30" rx="6" fill="var(--color-accent)" />
      <path d="M1 16.5h38" stroke="var(--color-on-accent)" strokeOpacity="0.55" strokeWidth="2" />
      <circle cx="20" cy="16.5" r="5.5" fill="var(--color-on-accent)" />
      <circle cx="20" cy="16.5" r="2" fill="var(--color-accent)" />
      <path
        d="M17.5 23.5 15 29M22.5 23.5 25 29"
        stroke="var(--color-on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
