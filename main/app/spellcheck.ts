/** macOS brings dictionaries of its own; elsewhere Chromium would fetch them from a server. */
export const hasSystemSpellcheck = process.platform === 'darwin';
