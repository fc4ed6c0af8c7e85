/**
 * Whether a spreadsheet would calculate with a text, or run what it names (`=cmd|' /C calc'!A0`).
 * Here it is text like any other. Numbers with a sign, as of a telephone, are none.
 */
export function isFormula(text: string): boolean {
  if (/^[+-][\d\s().-]*$/.test(text)) return false;
  return /^[=+\-@\t\r＝＋－＠]/u.test(text);
}
