import { useEffect, useState } from 'react';
import type { FrameColours } from '../html/mail-document.ts';

/** The tokens are written with light-dark(): only a used colour says which half applies. */
function readColours(): FrameColours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--color-${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    text: read('text'),
    background: read('surface'),
    secondary: read('text-secondary'),
    border: read('border'),
    link: read('accent-text'),
  };
  probe.remove();
  return { ...colours, isDark: isDarkColour(colours.background) };
}

function isDarkColour(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 384;
}

/** The colours of the theme on screen, for a frame that cannot see the window's styles. */
export function useFrameColours(): FrameColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const update = () => setColours(readColours());
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', update);
    return () => {
      observer.disconnect();
      system.removeEventListener('change', update);
    };
  }, []);
  return colours;
}
