/** The words of a text in lower case, in their order, without any mark; digits count as such. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
