import { assertNever } from '../../shared/assert-never.ts';
import type { ContentProtection } from '../../shared/model/preferences.ts';
import type { ShownScreen } from '../../shared/model/shown-screen.ts';

/** Whether the window is to be kept out of screenshots and screen sharing now. */
export function isContentProtected(choice: ContentProtection, screen: ShownScreen): boolean {
  switch (choice) {
    case 'off':
      return false;
    case 'members':
      return screen === 'members';
    case 'always':
      return screen !== 'nothing';
    default:
      return assertNever(choice);
  }
}

type Dependencies = {
  readonly choice: () => ContentProtection;
  /** Does nothing on Linux, which has no way to do it. */
  readonly protect: (isProtected: boolean) => void;
};

export type ContentGuard = {
  readonly shows: (screen: ShownScreen) => void;
  /** Staff chose otherwise, or there is another window. */
  readonly renew: () => void;
};

/** Keeps the window out of screenshots where staff want it, by what the page says that it shows. */
export function createContentGuard({ choice, protect }: Dependencies): ContentGuard {
  let shown: ShownScreen = 'nothing';
  const renew = () => protect(isContentProtected(choice(), shown));
  return {
    shows(screen) {
      shown = screen;
      renew();
    },
    renew,
  };
}
