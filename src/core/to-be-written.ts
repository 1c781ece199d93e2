/** What stands in a question file where somebody has still to write something. */
export const toBeWritten = '…';
