import { type IconName, iconPaths } from './paths.ts';

type IconProps = {
  readonly name: IconName;
  /** Edge in px; 16 unless told. */
  readonly size?: number;
  readonly className?: string;
};

/** A decoration in the colour of the text beside it; the words are always given elsewhere. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
