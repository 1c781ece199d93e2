/** Shown as nothing, and parts characters that would be read as one mark. */
export const zeroWidthSpace = '\u200b';

/** The names that Discord takes for the language of a fence; anything else would be shown as the first line of the code. */
const languageName = /^[a-z0-9_+\-.#]+$/i;

/**
 * Code in a fence. Nothing can be escaped in there, so three back-ticks within the code are parted by a character
 * without width; Discord's `escapeCodeBlock` would show its backslashes.
 */
export function fence(code: string, language?: string): string {
  const name = language !== undefined && languageName.test(language) ? language : '';
  return `\`\`\`${name}\n${code.replace(/``(?=`)/g, `\`\`${zeroWidthSpace}`)}\n\`\`\``;
}

/**
 * Code within a line. One back-tick as mark; two when the code has back-ticks of its own, which are then parted so
 * that none of their runs is as long as the mark, nor begins a fence. A line break would let a quote or list begin
 * within the code, and becomes a space.
 */
export function inlineCode(code: string): string {
  const line = code.replaceAll('\n', ' ');
  if (!line.includes('`')) return `\`${line}\``;
  const parted = line.replace(/`(?=`)/g, `\`${zeroWidthSpace}`);
  return `\`\`${parted.startsWith('`') ? ' ' : ''}${parted}${parted.endsWith('`') ? ' ' : ''}\`\``;
}
