import type { Bridge } from '../shared/bridge.ts';

declare global {
  interface Window {
    /** Given by main/preload.ts; only api.ts reads it. */
    readonly fumibako: Bridge;
  }
}
