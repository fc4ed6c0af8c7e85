import { expect, it } from 'vitest';
import { readDevelopment } from '../../../main/app/development.ts';

const asked = {
  FUMIBAKO_DEMO: '1',
  FUMIBAKO_NATIVE_BINDING: '/some/addon.node',
  FUMIBAKO_SCREENSHOT: '/some/picture.png',
};

it('does what the launcher of a development run asks', () => {
  expect(readDevelopment(asked, false)).toEqual({
    isDemo: true,
    nativeBinding: '/some/addon.node',
    screenshot: '/some/picture.png',
  });
});

it('takes no orders from the environment when packaged', () => {
  expect(readDevelopment(asked, true)).toEqual({
    isDemo: false,
    nativeBinding: null,
    screenshot: null,
  });
});
