/** Events by code and ids only: never a name, address, subject, body or key. */
export type Log = (
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

export const silentLog: Log = () => undefined;
