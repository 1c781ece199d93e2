/** Where the presenter's view of the quiz with a word (`presentWord`) is on this server. */
export function presentPath(word: string): string {
  return `/present/${word}`;
}
