/** Always special in Discord's Markdown, or the start of a mention, timestamp, custom emoji or masked link. */
const marks = /[\\*_~|`[\]<@]/g;

/**
 * A heading, quote, list or small print, which are only special at the start of a line (`# `, `> `, `- `, `-# `, `1.`).
 */
const lineStart = /^([^\S\n]*\d*)([#>+.-])/gm;

/**
 * Text that Discord shows literally: it never becomes formatting, a mention, a timestamp or a link, wherever it is put.
 *
 * Not discord.js's `escapeMarkdown`, even with all its options: it leaves mentions, `<t:0:R>`, quotes, `-# ` and bare
 * addresses alone, does not see what two adjacent texts form together, and takes quadratic time, since its look-behinds
 * scan back to the start. Discord accepts a backslash before any character that is not a letter, digit or space
 * (https://support.discord.com/hc/articles/210298617), so a single context-free pass is enough.
 */
export function escapeText(text: string): string {
  return text.replace(marks, '\\$&').replace(lineStart, '$1\\$2').replaceAll('://', ':\\//');
}
