/** Mark a pane's element with `data-pane="name"` and `tabIndex={-1}`: F6 then stops there. */
const paneSelector = '[data-pane]';

/** What takes the focus when a pane is entered, best first; else the pane itself. */
const preferred = [
  '[data-pane-focus]',
  '[aria-selected=true]',
  '[aria-current]:not([aria-current=false])',
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]',
] as const;

/** Moves the focus to the next pane of the window, or the one before; around at the ends. */
export function focusNextPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(paneSelector)];
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current === -1 && direction === -1 ? 0 : current;
  const next = panes[(start + direction + panes.length) % panes.length];
  if (next === undefined) return;
  for (const selector of preferred) {
    const target = next.querySelector<HTMLElement>(selector);
    if (target === null) continue;
    target.focus();
    return;
  }
  next.focus();
}
