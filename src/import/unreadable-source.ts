/** Why a source cannot be read, as a sentence. */
export class UnreadableSource extends Error {}
