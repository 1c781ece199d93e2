/** A text of at most so many characters, with `…` where it goes on. */
export function cut(text: string, most: number): string {
  const letters = [...text.slice(0, most * 2 + 2)];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
