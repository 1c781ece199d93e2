/** A text normalised to what a reader sees: spaces and the encoding of accents make no difference. */
export function asRead(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}
