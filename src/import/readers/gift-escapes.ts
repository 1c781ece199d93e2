/** What GIFT escapes with a backslash. */
const escaped = [':', '#', '=', '{', '}', '~', '\n', '\\'];

/** Private characters stand for what is escaped, until a question is taken apart. */
const first = 0xe000;

/** A text in which nothing that was escaped means anything. */
export function escapesHidden(text: string): string {
  return text.replace(/\\([\\:#={}~n])/g, (_, letter: string) => {
    return String.fromCharCode(first + escaped.indexOf(letter === 'n' ? '\n' : letter));
  });
}

/** The text with the characters that were meant. */
export function escapesShown(text: string): string {
  return text.replace(/[\ue000-\ue007]/g, (mark) => escaped[mark.charCodeAt(0) - first] ?? mark);
}
