/** Invisible; separates characters that would otherwise be read as one mark. */
export const zeroWidthSpace = '\u200b';

/**
 * Names that Discord accepts as the language of a fence; anything else would be shown as the first line of the code.
 */
const languageName = /^[a-z0-9_+\-.#]+$/i;

/**
 * Fenced code. Nothing can be escaped inside, so three back-ticks within the code are separated by a zero-width space;
 * discord.js's `escapeCodeBlock` would leave its backslashes visible.
 */
export function fence(code: string, language?: string): string {
  const name = language !== undefined && languageName.test(language) ? language : '';
  return `\`\`\`${name}\n${code.replace(/``(?=`)/g, `\`\`${zeroWidthSpace}`)}\n\`\`\``;
}

/**
 * Inline code. Delimited by one back-tick, or by two if the code contains back-ticks, which are then separated so that
 * no run of them is as long as the delimiter or starts a fence. A line break would let a quote or list start within the
 * code, so it becomes a space.
 */
export function inlineCode(code: string): string {
  const line = code.replaceAll('\n', ' ');
  if (!line.includes('`')) return `\`${line}\``;
  const parted = line.replace(/`(?=`)/g, `\`${zeroWidthSpace}`);
  return `\`\`${parted.startsWith('`') ? ' ' : ''}${parted}${parted.endsWith('`') ? ' ' : ''}\`\``;
}
