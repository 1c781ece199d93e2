/** Always a mark of Discord's Markdown, or the beginning of a mention, time stamp, custom emoji or masked link. */
const marks = /[\\*_~|`[\]<@]/g;

/** A heading, quote, list or small print, which begin only at the beginning of a line (`# `, `> `, `- `, `-# `, `1.`). */
const lineStart = /^([^\S\n]*\d*)([#>+.-])/gm;

/**
 * Text that Discord shows as it is: no formatting, mention, time stamp or link comes of it, wherever it is put.
 *
 * Not `escapeMarkdown` of discord.js, with all its options: it leaves mentions, `<t:0:R>`, quotes, `-# ` and bare
 * addresses as they are, does not see what two neighbouring texts make together, and takes time in the square of the
 * length, since its look-behinds read back to the beginning. Discord takes a backslash before any character that is
 * neither letter, digit nor space (https://support.discord.com/hc/articles/210298617), so one pass without context
 * will do.
 */
export function escapeText(text: string): string {
  return text.replace(marks, '\\$&').replace(lineStart, '$1\\$2').replaceAll('://', ':\\//');
}
