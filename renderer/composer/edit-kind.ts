import type { Edit } from './undo-history.ts';

/** Which step of Undo an input belongs to, by its `inputType` (Input Events Level 2). */
export function editKind(inputType: string): Edit['kind'] {
  if (inputType === 'insertText' || inputType === 'insertCompositionText') return 'typing';
  return /^delete(?:Content|Word|SoftLine)/.test(inputType) ? 'deleting' : 'step';
}
