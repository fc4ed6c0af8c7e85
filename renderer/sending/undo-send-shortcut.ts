/** Calls the letter back that was just sent. In a text field it is a letter of the alphabet. */
export const undoSendShortcut = { key: 'z' } as const;
