export type Development = {
  /** Starts on the embedded demo newsroom. */
  readonly isDemo: boolean;
  /** A better-sqlite3 addon built for a runtime that cannot load the shipped one. */
  readonly nativeBinding: string | null;
  /** Where to write a picture of the window once it shows something. */
  readonly screenshot: string | null;
};

/** What the launchers in tools/ may ask of a development run. A packaged app takes no orders here. */
export function readDevelopment(
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Development {
  if (isPackaged) return { isDemo: false, nativeBinding: null, screenshot: null };
  return {
    isDemo: environment.FUMIBAKO_DEMO === '1',
    nativeBinding: environment.FUMIBAKO_NATIVE_BINDING || null,
    screenshot: environment.FUMIBAKO_SCREENSHOT || null,
  };
}
