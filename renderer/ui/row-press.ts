import type { MouseEvent } from 'react';

/**
 * A row of a list that moves while mail comes is chosen as the button goes down: by the time it comes
 * up, another may be there. Screen readers click without a button.
 */
export function rowPress(onPress: () => void) {
  return {
    onMouseDown: ({ button }: MouseEvent) => {
      if (button === 0) onPress();
    },
    onClick: ({ detail }: MouseEvent) => {
      if (detail === 0) onPress();
    },
  };
}
